package io.agencyos.adapters.out.security;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks an identity provider; only a 200 of a moderate size is an answer. Redirects are not followed. */
final class ProviderHttp {

    private static final Logger LOG = LoggerFactory.getLogger(ProviderHttp.class);
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final int OK = 200;
    private static final int LARGEST = 256 * 1024;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT).build();

    Optional<String> get(URI address, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(ANSWER);
        headers.forEach(request::setHeader);
        try {
            HttpResponse<byte[]> answer =
                    http.send(request.build(), BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST));
            if (answer.statusCode() == OK) {
                return Optional.of(new String(answer.body(), StandardCharsets.UTF_8));
            }
            LOG.warn("the identity provider answered {} at {}", answer.statusCode(), address.getHost());
        } catch (IOException away) {
            LOG.warn(
                    "the identity provider does not answer at {}: {}",
                    address.getHost(),
                    away.getClass().getSimpleName());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }
}
