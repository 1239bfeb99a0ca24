package io.agencyos.adapters.out.salesforge;

import io.agencyos.adapters.out.vendorhttp.Pacing;
import java.net.URI;
import java.time.Duration;

/**
 * Where the vendor is and how it is asked. Source: salesforge 2.
 *
 * @param core base URL of the core, without a trailing slash
 * @param warmforge base URL of Warmforge, without a trailing slash
 */
public record SalesforgeSettings(
        URI core, URI warmforge, Duration readTimeout, Pacing pacing, String language, String timezone) {

    /** The vendor's public addresses: 30 s, 5 requests a second with a burst of 10. */
    public static SalesforgeSettings live() {
        return new SalesforgeSettings(
                URI.create("https://api.salesforge.ai/public/v2"),
                URI.create("https://api.warmforge.ai/public/v1"),
                Duration.ofSeconds(30),
                new Pacing(5, 10),
                "british_english",
                "Australia/Sydney");
    }

    /** The same elsewhere, such as in a sandbox on the same machine, which needs no pacing. */
    public SalesforgeSettings at(URI newCore, URI newWarmforge) {
        return new SalesforgeSettings(newCore, newWarmforge, readTimeout, Pacing.UNLIMITED, language, timezone);
    }

    /** The same with another limit for one answer. */
    public SalesforgeSettings withReadTimeout(Duration timeout) {
        return new SalesforgeSettings(core, warmforge, timeout, pacing, language, timezone);
    }
}
