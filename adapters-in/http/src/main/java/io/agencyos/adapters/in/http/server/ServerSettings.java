package io.agencyos.adapters.in.http.server;

import io.agencyos.domain.shared.SecretText;
import java.time.Duration;
import java.util.Set;

/**
 * How the server runs.
 *
 * @param version of the product, told in the document
 * @param port 0 for any free one
 * @param cursorSecret seals cursors; the same on every node
 * @param trustedProxies addresses whose {@code X-Forwarded-For} is believed
 * @param origins web pages of these origins may call, exactly as browsers name them; none by default
 * @param limited whether callers are limited in how often they ask
 * @param budget how long one request may work
 * @param drain how long running requests may take when the server stops
 */
public record ServerSettings(
        String version,
        String host,
        int port,
        SecretText cursorSecret,
        Set<String> trustedProxies,
        Set<String> origins,
        boolean limited,
        boolean sharedLimits,
        Duration budget,
        Duration drain) {

    /** Source: api 1.8. */
    public static final Duration BUDGET = Duration.ofSeconds(30);

    public ServerSettings {
        trustedProxies = Set.copyOf(trustedProxies);
        origins = Set.copyOf(origins);
    }

    /** On this machine only. */
    public static ServerSettings local(String version, int port, SecretText cursorSecret) {
        return new ServerSettings(
                version,
                "127.0.0.1",
                port,
                cursorSecret,
                Set.of(),
                Set.of(),
                true,
                false,
                BUDGET,
                Duration.ofSeconds(30));
    }

    /** The same for web pages of these origins. */
    public ServerSettings forPagesOf(Set<String> others) {
        return new ServerSettings(
                version, host, port, cursorSecret, trustedProxies, others, limited, sharedLimits, budget, drain);
    }

    /** The same without limits of how often. */
    public ServerSettings unlimited() {
        return new ServerSettings(
                version, host, port, cursorSecret, trustedProxies, origins, false, sharedLimits, budget, drain);
    }

    /** The same with another budget for each request. */
    public ServerSettings within(Duration other) {
        return new ServerSettings(
                version, host, port, cursorSecret, trustedProxies, origins, limited, sharedLimits, other, drain);
    }
}
