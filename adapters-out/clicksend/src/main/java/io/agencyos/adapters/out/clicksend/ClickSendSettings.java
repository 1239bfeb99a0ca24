package io.agencyos.adapters.out.clicksend;

import io.agencyos.adapters.out.vendorhttp.Pacing;
import java.net.URI;
import java.time.Duration;

/**
 * Where the vendor is and how it is asked. Source: clicksend 2.
 *
 * @param base without a trailing slash
 * @param pacing of all calls but sends
 * @param perNumber of texts from one number
 */
public record ClickSendSettings(URI base, Duration readTimeout, Pacing pacing, Pacing perNumber) {

    /** The vendor's public address: 30 s, 5 requests a second, one text a second and number. */
    public static ClickSendSettings live() {
        return new ClickSendSettings(
                URI.create("https://rest.clicksend.com"), Duration.ofSeconds(30), new Pacing(5, 10), new Pacing(1, 1));
    }

    /** The same elsewhere, such as in a sandbox on the same machine, which needs no pacing. */
    public ClickSendSettings at(URI other) {
        return new ClickSendSettings(other, readTimeout, Pacing.UNLIMITED, Pacing.UNLIMITED);
    }

    /** The same with another limit for one answer. */
    public ClickSendSettings withReadTimeout(Duration timeout) {
        return new ClickSendSettings(base, timeout, pacing, perNumber);
    }

    /** The same with another pace of texts from one number. */
    public ClickSendSettings pacedPerNumber(Pacing other) {
        return new ClickSendSettings(base, readTimeout, pacing, other);
    }
}
