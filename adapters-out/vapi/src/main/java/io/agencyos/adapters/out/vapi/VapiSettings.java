package io.agencyos.adapters.out.vapi;

import io.agencyos.adapters.out.vendorhttp.Pacing;
import java.net.URI;
import java.time.Duration;

/**
 * Where the vendor is and how it is asked. Source: vapi 1.
 *
 * @param base without a trailing slash
 * @param perNumber of call starts from one number
 * @param modelProvider who makes the model that talks
 * @param model its name at the vendor
 */
public record VapiSettings(
        URI base, Duration readTimeout, Pacing pacing, Pacing perNumber, String modelProvider, String model) {

    /** The vendor's public address: 30 s, five requests a second, one call start a second and number. */
    public static VapiSettings live() {
        return new VapiSettings(
                URI.create("https://api.vapi.ai"),
                Duration.ofSeconds(30),
                new Pacing(5, 5),
                new Pacing(1, 1),
                "anthropic",
                "claude-sonnet-4-6");
    }

    /** The same elsewhere, such as in a sandbox on the same machine, which needs no pacing. */
    public VapiSettings at(URI other) {
        return new VapiSettings(other, readTimeout, Pacing.UNLIMITED, Pacing.UNLIMITED, modelProvider, model);
    }

    /** The same with another limit for one answer. */
    public VapiSettings withReadTimeout(Duration timeout) {
        return new VapiSettings(base, timeout, pacing, perNumber, modelProvider, model);
    }

    /** Recordings are taken from secure places only, and from this machine's own sandbox. */
    boolean mayFetchFrom(URI place) {
        return "https".equals(place.getScheme()) || base.getAuthority().equals(place.getAuthority());
    }
}
