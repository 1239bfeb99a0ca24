package io.agencyos.domain.resource;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a sending domain may send in a day, with the part kept for answers. Source: scoring RES-8, RES-11.
 *
 * @param total all e-mails of the day
 */
public record DailyLimit(int total) {

    /** @see #of(DomainHealth, DomainPause, Instant, WarmUpReading, Integer, Instant) */
    public static DailyLimit of(Mailbox mailbox, Instant now) {
        return of(
                mailbox.health(),
                mailbox.pause(),
                mailbox.warmupStartedAt(),
                mailbox.reading(),
                mailbox.dailyOverride(),
                now);
    }

    /**
     * min(warm-up, health, override): a warning never raises a warming domain. Half of it in the first days after a stop,
     * nothing while one lasts. Source: flows 1.7 deliverability.
     *
     * @param reading of the service that warms it up, null where there is none
     */
    public static DailyLimit of(
            DomainHealth health,
            DomainPause pause,
            @Nullable Instant warmupStartedAt,
            @Nullable WarmUpReading reading,
            @Nullable Integer override,
            Instant now) {
        if (pause.stops()) {
            return new DailyLimit(0);
        }
        long elapsed = WarmUp.elapsedDays(warmupStartedAt, now, Duration.ZERO);
        long days = reading == null ? elapsed : reading.counted(elapsed, now);
        int limit = Math.min(WarmUp.domainLimit(days), HealthRules.limit(health));
        int own = override == null ? limit : Math.min(limit, override);
        return new DailyLimit(pause.halves(now) ? own / 2 : own);
    }

    /** Kept for answers: ⌊a tenth⌋. */
    public int buffer() {
        return total / 10;
    }

    /** The most that outreach may use. */
    public int outbound() {
        return total - buffer();
    }

    /** True while one more e-mail of a sequence fits. */
    public boolean allowsOutbound(int outboundUsed, int totalUsed) {
        return outboundUsed < outbound() && totalUsed < total;
    }

    /** True while one more answer fits. */
    public boolean allowsReply(int totalUsed) {
        return totalUsed < total;
    }

    /** E-mails of sequences that still fit. */
    public int outboundLeft(int outboundUsed, int totalUsed) {
        return Math.max(0, Math.min(outbound() - outboundUsed, total - totalUsed));
    }
}
