package io.agencyos.domain.allocation;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When what is known of a lead is too old to write on. Source: scoring POOL-13. */
public final class Staleness {

    /** Facts that are older are refreshed before the day's sends. */
    public static final Duration FRESH = Duration.ofDays(7);

    /** A look that found nothing is tried again after this long. */
    public static final Duration BETWEEN_LOOKS = Duration.ofDays(7);

    /** Posts and news of the role that are older are not written about. */
    public static final Duration RECENT = Duration.ofDays(30);

    /** An address of longer ago is verified again before it is written to. Source: flows 2.7. */
    public static final Duration VERIFIED = Duration.ofDays(90);

    /** Leads of one refresh. */
    public static final int BATCH = 100;

    private Staleness() {}

    /** @param enrichedAt null when the lead was never enriched */
    public static boolean isStale(@Nullable Instant enrichedAt, Instant now) {
        return enrichedAt == null || now.isAfter(enrichedAt.plus(FRESH));
    }

    /** Whether a stale lead is looked up now; the last look may have found nothing. */
    public static boolean isLookedUp(@Nullable Instant enrichedAt, @Nullable Instant attemptedAt, Instant now) {
        return isStale(enrichedAt, now) && (attemptedAt == null || !now.isBefore(attemptedAt.plus(BETWEEN_LOOKS)));
    }

    /** Whether recent facts are left out of what is written: too old, and no look made them newer. */
    public static boolean dropsRecentFacts(@Nullable Instant enrichedAt, Instant now) {
        return enrichedAt == null || now.isAfter(enrichedAt.plus(RECENT));
    }

    /** Whether an address that was bought has to be verified again; what nobody bought is its client's own word. */
    public static boolean verifiesAgain(@Nullable Instant boughtAt, Instant now) {
        return boughtAt != null && now.isAfter(boughtAt.plus(VERIFIED));
    }
}
