package io.agencyos.adapters.out.postoffice;

import io.agencyos.adapters.out.vendorhttp.Pacing;
import java.net.URI;
import java.time.Duration;

/**
 * Where the office is and how it is asked. Source: vendors/direct-mail 4.
 *
 * @param base without a trailing slash
 */
public record PostOfficeSettings(URI base, Duration readTimeout, Pacing pacing) {

    /** The office at this address: 30 s, 5 requests a second. */
    public static PostOfficeSettings at(URI base) {
        return new PostOfficeSettings(base, Duration.ofSeconds(30), new Pacing(5, 10));
    }

    /** The same without pacing, such as for a sandbox on the same machine. */
    public PostOfficeSettings unpaced() {
        return new PostOfficeSettings(base, readTimeout, Pacing.UNLIMITED);
    }

    /** The same with another limit for one answer. */
    public PostOfficeSettings withReadTimeout(Duration timeout) {
        return new PostOfficeSettings(base, timeout, pacing);
    }
}
