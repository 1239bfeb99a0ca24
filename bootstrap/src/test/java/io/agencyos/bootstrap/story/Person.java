package io.agencyos.bootstrap.story;

import io.agencyos.adapters.in.http.testing.Answer;
import io.agencyos.adapters.in.http.testing.OpenApiChecks;
import io.agencyos.domain.shared.SecretText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody with a browser's means: an address, a password, tokens, and what was read last. */
final class Person {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String BOUNDARY = "a-boundary-that-occurs-nowhere-else";

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI server;
    private final OpenApiChecks checks;
    private final String address;
    private final SecretText password;
    private String access = "";
    private String refresh = "";
    private final Set<String> tokens = new HashSet<>();
    private final List<String> refusals = new ArrayList<>();

    Person(URI server, OpenApiChecks checks, String address) {
        this(server, checks, address, House.PASSWORD);
    }

    Person(URI server, OpenApiChecks checks, String address, SecretText password) {
        this.server = server;
        this.checks = checks;
        this.address = address;
        this.password = password;
    }

    String address() {
        return address;
    }

    /** Every token that was ever given to this person. */
    Set<String> tokens() {
        return Set.copyOf(tokens);
    }

    /** The bodies of all answers that told of an error. */
    List<String> refusals() {
        return List.copyOf(refusals);
    }

    Answer signIn() {
        access = "";
        return taken(send(
                "POST",
                "/api/v1/auth/login",
                Map.of(),
                "application/json",
                "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(address, password.reveal())));
    }

    private Answer taken(Answer answer) {
        access = answer.at("/access_token");
        refresh = answer.at("/refresh_token");
        Stream.of(access, refresh).filter(token -> !token.isEmpty()).forEach(tokens::add);
        return answer;
    }

    Answer get(String path) {
        return call("GET", path, Map.of(), null, null);
    }

    /** @param json with single quotes for double ones */
    Answer post(String path, String json) {
        return call("POST", path, Map.of(), "application/json", json.replace('\'', '"'));
    }

    Answer post(String path) {
        return call("POST", path, Map.of(), null, null);
    }

    Answer delete(String path) {
        return call("DELETE", path, Map.of(), null, null);
    }

    Answer put(String path, String json) {
        return call("PUT", path, Map.of(), "application/json", json.replace('\'', '"'));
    }

    /** Changes what was read just before. */
    Answer patch(String path, String json) {
        String tag = get(path).header("ETag").orElse("");
        return call("PATCH", path, Map.of("If-Match", tag), "application/merge-patch+json", json.replace('\'', '"'));
    }

    /** Every item of a list, page by page. */
    List<JsonNode> all(String path) {
        List<JsonNode> items = new ArrayList<>();
        String sign = path.contains("?") ? "&" : "?";
        Answer page = get(path);
        while (true) {
            if (page.status() != 200) {
                throw new AssertionError(path + " answers " + page.status() + ": " + page.text());
            }
            page.json().path("items").forEach(items::add);
            if (!page.json().at("/page/has_more").asBoolean(false)) {
                return items;
            }
            page = get(path + sign + "cursor=" + page.at("/page/next_cursor"));
        }
    }

    /** A file as part {@code file}, and text fields. */
    Answer upload(String path, String fileName, String content, Map<String, String> fields) {
        StringBuilder body = new StringBuilder();
        fields.forEach((name, value) -> body.append(
                "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(BOUNDARY, name, value)));
        body.append(("--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n"
                        + "Content-Type: text/csv\r\n\r\n%s\r\n--%s--\r\n")
                .formatted(BOUNDARY, fileName, content, BOUNDARY));
        return call("POST", path, Map.of(), "multipart/form-data; boundary=" + BOUNDARY, body.toString());
    }

    /** An access token lives for a quarter of an hour; whoever has a refresh token goes on with another. */
    Answer call(
            String method,
            String path,
            Map<String, String> headers,
            @Nullable String mediaType,
            @Nullable String body) {
        Answer answer = send(method, path, headers, mediaType, body);
        if (answer.status() == 401 && !refresh.isEmpty()) {
            Answer fresh = send(
                    "POST",
                    "/api/v1/auth/refresh",
                    Map.of(),
                    "application/json",
                    "{\"refresh_token\":\"" + refresh + "\"}");
            if (fresh.status() == 200) {
                taken(fresh);
            } else {
                signIn();
            }
            return send(method, path, headers, mediaType, body);
        }
        return answer;
    }

    private Answer send(
            String method,
            String path,
            Map<String, String> headers,
            @Nullable String mediaType,
            @Nullable String body) {
        Map<String, String> all = new TreeMap<>(headers);
        if (!access.isEmpty()) {
            all.put("Authorization", "Bearer " + access);
        }
        if (mediaType != null) {
            all.put("Content-Type", mediaType);
        }
        if (!method.equals("GET")) {
            all.put("Idempotency-Key", UUID.randomUUID().toString());
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(path))
                .timeout(Duration.ofSeconds(60))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        all.forEach(request::header);
        try {
            return valid(method, path, http.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private Answer valid(String method, String path, HttpResponse<String> response) {
        String type = response.headers().firstValue("Content-Type").orElse("");
        JsonNode json = type.contains("json") ? JSON.readTree(response.body()) : JSON.missingNode();
        if (response.statusCode() >= 400) {
            refusals.add(response.body());
        }
        List<String> faults = checks.faults(method, path.replaceAll("\\?.*", ""), response.statusCode(), type, json);
        if (!faults.isEmpty()) {
            throw new AssertionError("not as the document says: " + faults + " in " + response.body());
        }
        return new Answer(response.statusCode(), json, response.body(), response.headers());
    }
}
