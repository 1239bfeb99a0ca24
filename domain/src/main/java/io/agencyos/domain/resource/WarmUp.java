package io.agencyos.domain.resource;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How much a new sender may send, by full days of 24 hours since its start. Source: scoring RES-12. */
public final class WarmUp {

    /** E-mail domains are done after 22 full days. */
    public static final int DOMAIN_DAYS = 22;

    private WarmUp() {}

    /**
     * Full days elapsed, ⌊time since start / 24 h⌋ less the days frozen by a critical episode; 0 where it never started.
     */
    public static long elapsedDays(@Nullable Instant start, Instant now, Duration frozen) {
        if (start == null || now.isBefore(start)) {
            return 0;
        }
        return Math.max(0, Duration.between(start, now).minus(frozen).toDays());
    }

    private static final long[] DOMAIN_BANDS = {0, 4, 8, 15, DOMAIN_DAYS};

    /** The full day on which the band of this day of a domain's ramp began: 0, 4, 8, 15 or 22. */
    public static long bandBegan(long elapsed) {
        long began = 0;
        for (long band : DOMAIN_BANDS) {
            began = band <= elapsed ? band : began;
        }
        return began;
    }

    /** The full day on which the next band of a domain's ramp begins; 22 in the last one. */
    public static long nextBand(long elapsed) {
        for (long band : DOMAIN_BANDS) {
            if (band > elapsed) {
                return band;
            }
        }
        return DOMAIN_DAYS;
    }

    /** E-mails a day of a domain: 5, 10, 20, 35, 50. */
    public static int domainLimit(long elapsed) {
        if (elapsed < 4) {
            return 5;
        }
        if (elapsed < 8) {
            return 10;
        }
        if (elapsed < 15) {
            return 20;
        }
        return elapsed < DOMAIN_DAYS ? 35 : 50;
    }

    /** Calls a day of a number: 20, 30, 40, 50. */
    public static int voiceLimit(long elapsed) {
        if (elapsed <= 2) {
            return 20;
        }
        if (elapsed <= 4) {
            return 30;
        }
        return elapsed <= 6 ? 40 : 50;
    }

    /** Invitations a day of a seat on day {@code elapsed + 1}: 5, 10, 15, 20. */
    public static int seatLimit(long elapsed) {
        long day = elapsed + 1;
        if (day <= 3) {
            return 5;
        }
        if (day <= 7) {
            return 10;
        }
        return day <= 11 ? 15 : 20;
    }
}
