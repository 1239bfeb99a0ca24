package io.agencyos.domain.resource;

import io.agencyos.domain.shared.contact.PhoneNumber;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.ResourceId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A telephone number that a client calls and texts from. Source: scoring RES-8, RES-12, data model 5.8.
 *
 * @param provider the vendor's name as configured, never interpreted here
 * @param warmupStartedAt when its calls began to warm up, null when they never did; texts need no warm-up
 * @param dailyOverride a lower limit of calls set by a person, null for none
 * @param lastUsedAt null when it was never used
 */
public record SendingNumber(
        ResourceId id,
        ClientId clientId,
        PhoneNumber number,
        String provider,
        @Nullable Instant warmupStartedAt,
        @Nullable Integer dailyOverride,
        @Nullable Instant lastUsedAt) {

    /** Full days until its calls are warm. */
    public static final int WARM_UP_DAYS = 7;

    private static final int TEXTS = 100;

    /** Calls of a day. */
    public int calls(Instant now) {
        int ramp = WarmUp.voiceLimit(warmUpDays(now));
        return dailyOverride == null ? ramp : Math.min(ramp, dailyOverride);
    }

    /** Full days since its warm-up began. */
    public long warmUpDays(Instant now) {
        return WarmUp.elapsedDays(warmupStartedAt, now, Duration.ZERO);
    }

    /** Texts of a day; there is no ramp. */
    public int texts() {
        return TEXTS;
    }
}
