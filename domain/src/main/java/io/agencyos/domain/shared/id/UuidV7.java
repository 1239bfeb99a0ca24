package io.agencyos.domain.shared.id;

import java.time.Instant;
import java.util.UUID;

/**
 * Time-ordered UUIDs (RFC 9562, version 7): 48 bits of Unix milliseconds, then 74 random bits. Pure: clock and
 * randomness come from the caller, so a simulated clock yields the same ids again.
 */
public final class UuidV7 {

    private static final long MAX_MILLIS = (1L << 48) - 1;
    private static final long RAND_A_MASK = (1L << 12) - 1;
    private static final long RAND_B_MASK = (1L << 62) - 1;
    private static final long VERSION = 0x7000L;
    private static final long VARIANT = 1L << 63;

    private UuidV7() {}

    /**
     * The UUID of {@code instant} with the low 12 bits of {@code randA} and the low 62 bits of {@code randB}.
     *
     * @throws IllegalArgumentException for an instant before 1970 or after the year 10889, which 48 bits cannot hold
     */
    public static UUID of(Instant instant, long randA, long randB) {
        return assemble(instant.toEpochMilli(), randA, randB);
    }

    /**
     * As {@link #of}, but always greater than {@code previous}: inside one millisecond, or when the clock went back, it
     * counts on from {@code previous} by one (RFC 9562 6.2, method 2), carrying into the next millisecond if it must.
     */
    public static UUID following(UUID previous, Instant instant, long randA, long randB) {
        if (instant.toEpochMilli() > millisOf(previous)) {
            return of(instant, randA, randB);
        }
        long nextB = (previous.getLeastSignificantBits() & RAND_B_MASK) + 1;
        long nextA = (previous.getMostSignificantBits() & RAND_A_MASK) + (nextB >>> 62);
        return assemble(millisOf(previous) + (nextA >>> 12), nextA, nextB);
    }

    /** The millisecond in which {@code id} was made; only meaningful for version 7. */
    public static Instant instantOf(UUID id) {
        return Instant.ofEpochMilli(millisOf(id));
    }

    private static long millisOf(UUID id) {
        return id.getMostSignificantBits() >>> 16;
    }

    private static UUID assemble(long millis, long randA, long randB) {
        if (millis < 0 || millis > MAX_MILLIS) {
            throw new IllegalArgumentException("not in the range of UUIDv7: " + millis + " ms");
        }
        return new UUID((millis << 16) | VERSION | (randA & RAND_A_MASK), VARIANT | (randB & RAND_B_MASK));
    }
}
