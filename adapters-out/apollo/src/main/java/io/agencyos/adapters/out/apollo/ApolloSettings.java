package io.agencyos.adapters.out.apollo;

import io.agencyos.adapters.out.vendorhttp.Pacing;
import java.net.URI;
import java.time.Duration;

/**
 * Where the vendor is and how it is asked. Source: apollo 1, 9.
 *
 * @param base without a trailing slash
 * @param bulkTimeout for the answer about several people, which the vendor takes its time for
 * @param searchInAddress whether a search's wishes, which name nobody, travel in the address as the vendor's reference has
 *     it, instead of in the body as its own client sends them
 */
public record ApolloSettings(
        URI base, Duration readTimeout, Duration bulkTimeout, Pacing pacing, boolean searchInAddress) {

    /** The vendor's public address: 30 s, 60 s for several people, three requests a second (200 a minute are published). */
    public static ApolloSettings live() {
        return new ApolloSettings(
                URI.create("https://api.apollo.io/api/v1"),
                Duration.ofSeconds(30),
                Duration.ofSeconds(60),
                new Pacing(3, 10),
                false);
    }

    /** The same elsewhere, such as in a sandbox on the same machine, which needs no pacing. */
    public ApolloSettings at(URI other) {
        return new ApolloSettings(other, readTimeout, bulkTimeout, Pacing.UNLIMITED, searchInAddress);
    }

    /** Whether the vendor tells us there: it wants TLS, and only a sandbox on the same machine does without. */
    public static boolean canTell(URI address) {
        return "https".equals(address.getScheme()) || "127.0.0.1".equals(address.getHost());
    }

    /** The same with another limit for every answer. */
    public ApolloSettings withReadTimeout(Duration timeout) {
        return new ApolloSettings(base, timeout, timeout, pacing, searchInAddress);
    }

    /** The same for an account at which the vendor reads no bodies. */
    public ApolloSettings searchingInAddress() {
        return new ApolloSettings(base, readTimeout, bulkTimeout, pacing, true);
    }
}
