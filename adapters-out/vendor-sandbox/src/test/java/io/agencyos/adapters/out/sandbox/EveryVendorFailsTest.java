package io.agencyos.adapters.out.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agencyos.adapters.out.sandbox.http.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of trouble with requests, at every vendor, set over HTTP while the sandbox runs. Source: issue 4 point 7. */
class EveryVendorFailsTest {

    /** A vendor with something harmless to read, and its key. */
    private record Vendor(String name, String method, String path, String header, String key) {}

    private static final List<Vendor> VENDORS = List.of(
            new Vendor("salesforge", "GET", "/salesforge/public/v2/me", "Authorization", "sandbox-key"),
            new Vendor("clicksend", "GET", "/clicksend/v3/account", "Authorization", basic()),
            new Vendor("unipile", "GET", "/unipile/api/v1/accounts", "X-API-KEY", "sandbox-key"),
            new Vendor("vapi", "GET", "/vapi/assistant", "Authorization", "Bearer sandbox-key"),
            new Vendor("post-office", "GET", "/post-office/v1/account", "x-api-key", "sandbox-key"),
            new Vendor("anthropic", "GET", "/anthropic/v1/models/claude-haiku-5-5", "x-api-key", "sandbox-key"),
            new Vendor("apollo", "POST", "/apollo/api/v1/usage_stats/credit_usage_stats", "x-api-key", "sandbox-key"));

    private static final Duration PATIENT = Duration.ofSeconds(20);
    private static final Duration HASTY = Duration.ofMillis(200);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private VendorSandbox sandbox;

    static Stream<Vendor> vendors() {
        return VENDORS.stream();
    }

    private static String basic() {
        return "Basic " + Base64.getEncoder().encodeToString("sandbox:sandbox-key".getBytes(StandardCharsets.UTF_8));
    }

    @BeforeEach
    void open() {
        sandbox = VendorSandbox.start(
                SandboxSettings.defaults().withPeople(5), new SandboxClock(Instant.parse("2026-03-02T00:00:00Z")));
    }

    @AfterEach
    void close() {
        http.close();
        sandbox.close();
    }

    @ParameterizedTest
    @MethodSource("vendors")
    void every_knob_strikes_once_and_only_its_vendor(Vendor vendor) throws IOException {
        assertThat(asked(vendor)).as("healthy").isEqualTo(200);
        for (int status : List.of(401, 402, 422, 429, 500, 503)) {
            set(vendor, "status", Map.of("status", status));
            assertThat(asked(vendor)).isEqualTo(status);
            assertThat(asked(vendor)).as("once").isEqualTo(200);
        }
        set(vendor, "status_after", Map.of("status", 502));
        assertThat(asked(vendor)).isEqualTo(502);
        for (String kind : List.of("drop_before", "drop_after")) {
            set(vendor, kind, Map.of());
            // a client may ask anew over a connection that was cut, so that the knob has to strike twice to be seen
            assertThatThrownBy(() -> asked(vendor)).isInstanceOf(IOException.class);
        }
        for (String kind : List.of("hang_before", "hang_after", "latency")) {
            set(vendor, kind, Map.of("delayMs", 2_000));
            assertThatThrownBy(() -> asked(vendor, HASTY)).as(kind).isInstanceOf(HttpTimeoutException.class);
        }
        set(vendor, "truncate", Map.of());
        for (Vendor other : VENDORS) {
            if (!other.equals(vendor)) {
                assertThat(asked(other))
                        .as("%s while %s fails", other.name(), vendor.name())
                        .isEqualTo(200);
            }
        }
    }

    private void set(Vendor vendor, String kind, Map<String, @Nullable Object> more) throws IOException {
        Map<String, @Nullable Object> rule =
                Json.object("kind", kind, "pattern", vendor.path(), "next", kind.startsWith("drop") ? 9 : 1);
        rule.putAll(more);
        String body = Json.write(Json.object("rules", List.of(rule)));
        assertThat(call("PUT", "/_sandbox/faults", Map.of("Content-Type", "application/json"), body, PATIENT))
                .isEqualTo(204);
    }

    private int asked(Vendor vendor) throws IOException {
        return asked(vendor, PATIENT);
    }

    private int asked(Vendor vendor, Duration patience) throws IOException {
        return call(vendor.method(), vendor.path(), Map.of(vendor.header(), vendor.key()), "", patience);
    }

    private int call(String method, String path, Map<String, String> headers, String body, Duration patience)
            throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + path))
                .timeout(patience)
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString())
                    .statusCode();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        }
    }
}
