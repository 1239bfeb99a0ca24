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
 * @param trustedProxies addresses of proxies whose {@code Forwarded} and {@code X-Forwarded-*} are believed
 * @param origins web pages of these origins may call, exactly as browsers name them; none by default
 * @param limited whether callers are limited in how often they ask
 * @param budget how long one request may work
 * @param drain how long running requests may take when the server stops
 * @param readmission how often those who listen to a stream are let in anew
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
        Duration drain,
        Readmission readmission) {

    /**
     * After how long whoever listens is asked anew whether they may.
     *
     * @param person with a membership. Source: api 1.10
     * @param program with a key, which ends everywhere within five seconds, a look at new events included. Source: api 2
     */
    public record Readmission(Duration person, Duration program) {

        public static final Readmission USUAL = new Readmission(Duration.ofSeconds(60), Duration.ofSeconds(3));
    }

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
                Duration.ofSeconds(30),
                Readmission.USUAL);
    }

    /** The same for web pages of these origins. */
    public ServerSettings forPagesOf(Set<String> others) {
        return new ServerSettings(
                version,
                host,
                port,
                cursorSecret,
                trustedProxies,
                others,
                limited,
                sharedLimits,
                budget,
                drain,
                readmission);
    }

    /** The same without limits of how often. */
    public ServerSettings unlimited() {
        return new ServerSettings(
                version,
                host,
                port,
                cursorSecret,
                trustedProxies,
                origins,
                false,
                sharedLimits,
                budget,
                drain,
                readmission);
    }

    /** The same behind these proxies. */
    public ServerSettings behind(Set<String> proxies) {
        return new ServerSettings(
                version, host, port, cursorSecret, proxies, origins, limited, sharedLimits, budget, drain, readmission);
    }

    /** The same with another budget for each request. */
    public ServerSettings within(Duration other) {
        return new ServerSettings(
                version,
                host,
                port,
                cursorSecret,
                trustedProxies,
                origins,
                limited,
                sharedLimits,
                other,
                drain,
                readmission);
    }

    /** The same with another span after which those who listen are let in anew. */
    public ServerSettings readmitting(Readmission other) {
        return new ServerSettings(
                version,
                host,
                port,
                cursorSecret,
                trustedProxies,
                origins,
                limited,
                sharedLimits,
                budget,
                drain,
                other);
    }
}
