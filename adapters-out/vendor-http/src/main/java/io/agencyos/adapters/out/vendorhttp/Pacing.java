package io.agencyos.adapters.out.vendorhttp;

/**
 * How fast we ask one vendor under one credential.
 *
 * @param perSecond calls a second in the long run, at least 1
 * @param burst calls at once after a pause, at least 1
 */
public record Pacing(int perSecond, int burst) {

    /** For a vendor of our own on the same machine. */
    public static final Pacing UNLIMITED = new Pacing(1_000_000, 1_000_000);

    public Pacing {
        if (perSecond < 1 || burst < 1) {
            throw new IllegalArgumentException("a pace is at least 1");
        }
    }
}
