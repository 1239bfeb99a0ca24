package io.agencyos.adapters.out.unipile;

import io.agencyos.adapters.out.vendorhttp.Pacing;
import java.time.Duration;

/**
 * How the vendor is asked. Where it is belongs to each account. Source: unipile 1, 10.
 *
 * @param acceptsUnsigned whether events of the second dialect count without a signature, should the vendor send them so; the
 *     hook's address is then all that proves them
 */
public record UnipileSettings(Duration readTimeout, Pacing pacing, boolean acceptsUnsigned) {

    /** 60 s for an answer, because the vendor acts on LinkedIn inside the call; five requests a second. */
    public static UnipileSettings live() {
        return new UnipileSettings(Duration.ofSeconds(60), new Pacing(5, 5), false);
    }

    /** The same with another limit for one answer. */
    public UnipileSettings withReadTimeout(Duration timeout) {
        return new UnipileSettings(timeout, pacing, acceptsUnsigned);
    }

    /** The same for a vendor of our own on the same machine. */
    public UnipileSettings unpaced() {
        return new UnipileSettings(readTimeout, Pacing.UNLIMITED, acceptsUnsigned);
    }

    /** The same where events of the second dialect come without a signature. */
    public UnipileSettings acceptingUnsigned() {
        return new UnipileSettings(readTimeout, pacing, true);
    }
}
