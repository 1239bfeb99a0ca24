package io.agencyos.adapters.out.unipile;

import io.agencyos.adapters.out.vendorhttp.Pacing;
import java.time.Duration;

/** How the vendor is asked. Where it is belongs to each account. Source: unipile 1. */
public record UnipileSettings(Duration readTimeout, Pacing pacing) {

    /** 60 s for an answer, because the vendor acts on LinkedIn inside the call; five requests a second. */
    public static UnipileSettings live() {
        return new UnipileSettings(Duration.ofSeconds(60), new Pacing(5, 5));
    }

    /** The same with another limit for one answer. */
    public UnipileSettings withReadTimeout(Duration timeout) {
        return new UnipileSettings(timeout, pacing);
    }

    /** The same for a vendor of our own on the same machine. */
    public UnipileSettings unpaced() {
        return new UnipileSettings(readTimeout, Pacing.UNLIMITED);
    }
}
