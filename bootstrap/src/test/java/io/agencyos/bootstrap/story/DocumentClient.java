package io.agencyos.bootstrap.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A client made of the OpenAPI document of a running server: operations by their ids, with the addresses, parameters,
 * headers and media types that the document names for them. What the document does not name cannot be asked.
 */
final class DocumentClient {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String BOUNDARY = "----a-part-begins";

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI server;
    private final Map<String, Operation> operations = new TreeMap<>();
    private String token = "";

    private record Operation(String method, String path, JsonNode described) {}

    private DocumentClient(URI server) {
        this.server = server;
    }

    /** Reads the document and makes a client of it. */
    static DocumentClient of(URI server) {
        DocumentClient client = new DocumentClient(server);
        JsonNode document =
                JSON.readTree(client.answered(HttpRequest.newBuilder(server.resolve("/api/v1/openapi.json")))
                        .body());
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> client.operations.put(
                                operation.getValue().path("operationId").stringValue(),
                                new Operation(
                                        operation.getKey().toUpperCase(Locale.ROOT),
                                        path.getKey(),
                                        operation.getValue()))));
        return client;
    }

    void signedInWith(String accessToken) {
        token = accessToken;
    }

    /** What an operation is asked with. */
    static final class Ask {

        private final Map<String, String> parameters = new HashMap<>();
        private String body = "";
        private String file = "";

        Ask with(String name, String value) {
            parameters.put(name, value);
            return this;
        }

        /** @param json with single quotes for double ones */
        Ask body(String json) {
            body = json.replace('\'', '"');
            return this;
        }

        Ask file(String csv) {
            file = csv;
            return this;
        }
    }

    static Ask ask() {
        return new Ask();
    }

    /** The body of the answer, whose status is the one that the document promises for success. */
    JsonNode call(String id, Ask ask) {
        Operation operation = operations.get(id);
        if (operation == null) {
            throw new AssertionError("the document has no operation " + id + " but " + operations.keySet());
        }
        HttpResponse<String> response = answered(request(operation, ask));
        String status = Integer.toString(response.statusCode());
        if (!status.startsWith("2")
                || operation.described().path("responses").path(status).isMissingNode()) {
            throw new AssertionError(id + " answers " + status + ": " + response.body());
        }
        return response.body().isEmpty() ? JSON.missingNode() : JSON.readTree(response.body());
    }

    JsonNode call(String id) {
        return call(id, ask());
    }

    private HttpRequest.Builder request(Operation operation, Ask ask) {
        List<String> query = new ArrayList<>();
        Map<String, String> headers = new TreeMap<>();
        String path = operation.path();
        for (JsonNode parameter : operation.described().path("parameters")) {
            String name = parameter.path("name").stringValue();
            String value = ask.parameters.get(name);
            switch (parameter.path("in").stringValue()) {
                case "path" -> path = path.replace("{" + name + "}", needed(operation, name, value));
                case "query" -> {
                    if (value != null) {
                        query.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
                    }
                }
                case "header" -> {
                    if (name.equals("Idempotency-Key")) {
                        headers.put(name, UUID.randomUUID().toString());
                    }
                }
                default -> throw new AssertionError(parameter);
            }
        }
        if (!operation.described().path("security").isEmpty()) {
            headers.put("Authorization", "Bearer " + token);
        }
        if (asksForVersion(operation)) {
            headers.put("If-Match", version(path));
        }
        URI address = server.resolve(path + (query.isEmpty() ? "" : "?" + String.join("&", query)));
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address).method(operation.method(), body(operation, ask, headers));
        headers.forEach(request::header);
        return request;
    }

    private static String needed(Operation operation, String name, String value) {
        if (value == null) {
            throw new AssertionError(operation.path() + " needs " + name);
        }
        return value;
    }

    private static boolean asksForVersion(Operation operation) {
        return operation
                .described()
                .path("parameters")
                .valueStream()
                .anyMatch(parameter -> parameter.path("name").stringValue().equals("If-Match"));
    }

    /** The version of what stands at the same address. */
    private String version(String path) {
        HttpRequest.Builder read =
                HttpRequest.newBuilder(server.resolve(path)).header("Authorization", "Bearer " + token);
        return answered(read).headers().firstValue("ETag").orElseThrow();
    }

    private static BodyPublisher body(Operation operation, Ask ask, Map<String, String> headers) {
        JsonNode content = operation.described().path("requestBody").path("content");
        if (content.has("multipart/form-data")) {
            headers.put("Content-Type", "multipart/form-data; boundary=" + BOUNDARY);
            return BodyPublishers.ofString(parts(ask));
        }
        if (ask.body.isEmpty()) {
            return BodyPublishers.noBody();
        }
        headers.put(
                "Content-Type",
                content.propertyStream().map(Map.Entry::getKey).findFirst().orElseThrow());
        return BodyPublishers.ofString(ask.body);
    }

    private static String parts(Ask ask) {
        String fields = ask.body.isEmpty()
                ? ""
                : JSON.readTree(ask.body)
                        .propertyStream()
                        .map(field -> "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                                .formatted(
                                        BOUNDARY,
                                        field.getKey(),
                                        field.getValue().asString()))
                        .collect(Collectors.joining());
        return fields
                + "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"leads.csv\"\r\n\r\n%s\r\n--%s--\r\n"
                        .formatted(BOUNDARY, ask.file, BOUNDARY);
    }

    private HttpResponse<String> answered(HttpRequest.Builder request) {
        try {
            return http.send(request.timeout(Duration.ofSeconds(60)).build(), BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
