package io.agencyos.adapters.out.sandbox;

import io.agencyos.adapters.out.sandbox.http.Body;
import io.agencyos.adapters.out.sandbox.http.Json;
import io.agencyos.adapters.out.sandbox.salesforge.SalesforgeSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A plain HTTP client of the sandbox: any path under its address, with the key of the default settings. */
final class Wire {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String base;
    private String authorization = SalesforgeSettings.defaults().apiKey();
    private Duration patience = Duration.ofSeconds(20);

    Wire(String base) {
        this.base = base;
    }

    record Answer(int status, Map<String, String> headers, String raw) {

        Body body() {
            return Body.of(raw);
        }
    }

    Wire authorizedBy(String header) {
        Wire other = new Wire(base);
        other.authorization = header;
        return other;
    }

    Wire patientFor(Duration time) {
        Wire other = new Wire(base);
        other.patience = time;
        return other;
    }

    Answer get(String path) throws IOException {
        return call("GET", path, "");
    }

    Answer delete(String path) throws IOException {
        return call("DELETE", path, "");
    }

    Answer post(String path, @Nullable Object... fields) throws IOException {
        return call("POST", path, Json.write(Json.object(fields)));
    }

    Answer put(String path, @Nullable Object... fields) throws IOException {
        return call("PUT", path, Json.write(Json.object(fields)));
    }

    Answer patch(String path, @Nullable Object... fields) throws IOException {
        return call("PATCH", path, Json.write(Json.object(fields)));
    }

    Answer call(String method, String path, String body) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(patience)
                .header("Authorization", authorization)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> response = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
            Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            response.headers().map().forEach((name, values) -> headers.put(name, values.getFirst()));
            return new Answer(response.statusCode(), headers, response.body());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        }
    }
}
