package io.agencyos.adapters.out.sandbox.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One request as the handlers see it. The query is raw; {@code rawPath} is still percent-encoded. */
public record Request(String method, String rawPath, String rawQuery, String raw, Map<String, String> variables) {

    public Request(String method, String rawPath, String rawQuery, String raw) {
        this(method, rawPath, rawQuery, raw, Map.of());
    }

    Request with(Map<String, String> pathVariables) {
        return new Request(method, rawPath, rawQuery, raw, pathVariables);
    }

    /** A variable of the matched path, decoded. */
    public String path(String name) {
        return Optional.ofNullable(variables.get(name)).orElseThrow();
    }

    /** The body as a JSON object. */
    public Body body() {
        return Body.of(raw);
    }

    /** First value of a query parameter. */
    public Optional<String> query(String name) {
        return queries(name).stream().findFirst();
    }

    /** Every value of a query parameter, which may be repeated. */
    public List<String> queries(String name) {
        return parameters().getOrDefault(name, List.of());
    }

    /** All query parameters. */
    public Map<String, List<String>> parameters() {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (String pair : rawQuery.split("&")) {
            if (!pair.isEmpty()) {
                String[] parts = pair.split("=", 2);
                parameters
                        .computeIfAbsent(decode(parts[0]), name -> new ArrayList<>())
                        .add(parts.length == 1 ? "" : decode(parts[1]));
            }
        }
        return parameters;
    }

    /** A whole number of the query within bounds; out of bounds or unreadable is refused with 400. */
    public int number(String name, int otherwise, int least, int most) {
        String text = query(name).orElse(String.valueOf(otherwise));
        if (!text.matches("\\d{1,9}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
            throw new Refusal(400, name + " must be a number from " + least + " to " + most);
        }
        return Integer.parseInt(text);
    }

    /** In a path a plus is a plus, as in telephone numbers. */
    static String decodeSegment(String text) {
        return decode(text.replace("+", "%2B"));
    }

    static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
