package io.agencyos.adapters.out.unipile;

import feign.RequestLine;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What the vendor says of its own interface, compared with what we call of it. Source: unipile 2, Beyond "doctor". */
final class DescribedOperations {

    /** Where the vendor describes itself, beside its interface. */
    interface Description {

        @RequestLine("GET /api-json")
        JsonNode document();
    }

    private DescribedOperations() {}

    /** Calls of ours that are not in the description, by method and path; a path's variables have any name. */
    static List<String> missing(Class<?> api, String prefix, JsonNode document) {
        Set<String> described = document.path("paths").properties().stream()
                .flatMap(path -> path.getValue()
                        .propertyStream()
                        .map(method -> method.getKey().toUpperCase(Locale.ROOT) + " "
                                + plain(
                                        path.getKey().startsWith(prefix)
                                                ? path.getKey().substring(prefix.length())
                                                : path.getKey())))
                .collect(Collectors.toSet());
        return ours(api).filter(call -> !described.contains(call)).toList();
    }

    private static Stream<String> ours(Class<?> api) {
        return Arrays.stream(api.getDeclaredMethods())
                .map(method -> method.getAnnotation(RequestLine.class))
                .filter(line -> line != null)
                .map(RequestLine::value)
                .map(line -> line.contains("?") ? line.substring(0, line.indexOf('?')) : line)
                .map(DescribedOperations::plain)
                .distinct()
                .sorted();
    }

    private static String plain(String path) {
        String named = path.replaceAll("\\{[^}]*}", "{}");
        return named.length() > 1 && named.endsWith("/") ? named.substring(0, named.length() - 1) : named;
    }
}
