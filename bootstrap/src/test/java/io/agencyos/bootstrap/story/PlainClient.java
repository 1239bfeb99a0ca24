package io.agencyos.bootstrap.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program that knows of the API what the script says, and nothing else. */
final class PlainClient {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String BOUNDARY = "----a-part-begins";

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI base;
    private final Map<String, String> remembered;
    private final Map<String, String> keys = new HashMap<>();

    PlainClient(URI base, Map<String, String> remembered) {
        this.base = base;
        this.remembered = remembered;
    }

    record Answer(int status, JsonNode body, boolean replayed) {}

    Answer send(Script.Line.Request line, String token) {
        String path = filled(line.path());
        HttpRequest.Builder request = request(path, token);
        switch (line.flag()) {
            case "key" -> request.header("Idempotency-Key", key(line.key()));
            case "etag" ->
                request.header(
                        "If-Match",
                        answered(request(path, token).GET())
                                .headers()
                                .firstValue("ETag")
                                .orElse(""));
            default -> {}
        }
        String body = filled(line.body());
        if (line.method().equals("UPLOAD")) {
            request.header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                    .POST(BodyPublishers.ofString(parts(line.file(), JSON.readTree(body))));
        } else if (body.isEmpty()) {
            request.method(line.method(), BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/json").method(line.method(), BodyPublishers.ofString(body));
        }
        HttpResponse<String> response = answered(request);
        return new Answer(
                response.statusCode(),
                response.body().isEmpty() ? JSON.missingNode() : JSON.readTree(response.body()),
                response.headers().firstValue("Idempotent-Replayed").isPresent());
    }

    private HttpRequest.Builder request(String path, String token) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(base.resolve("/api/v1" + path)).timeout(Duration.ofSeconds(60));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private String key(String name) {
        String fresh = UUID.randomUUID().toString();
        return name.isEmpty() ? fresh : keys.computeIfAbsent(name, any -> fresh);
    }

    /** Every $name becomes what was remembered under it. */
    private String filled(String text) {
        String full = text;
        for (Map.Entry<String, String> known : remembered.entrySet()) {
            full = full.replaceAll("\\$" + known.getKey() + "\\b", known.getValue());
        }
        return full;
    }

    private static String parts(String file, JsonNode fields) {
        StringBuilder parts = new StringBuilder();
        fields.properties()
                .forEach(field -> parts.append("--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                        .formatted(
                                BOUNDARY,
                                field.getKey(),
                                field.getValue().isString()
                                        ? field.getValue().stringValue()
                                        : field.getValue().toString())));
        return parts.append("--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n"
                        .formatted(BOUNDARY, file))
                .append("Content-Type: text/csv\r\n\r\n%s\r\n--%s--\r\n".formatted(Script.resource(file), BOUNDARY))
                .toString();
    }

    private HttpResponse<String> answered(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
