package io.agencyos.domain.resource;

import java.time.Duration;
import java.time.Instant;

/**
 * What a sending domain may send in a day, with the part kept for answers. Source: scoring RES-8, RES-11.
 *
 * @param total all e-mails of the day
 */
public record DailyLimit(int total) {

    /** min(warm-up, health, override): a warning never raises a warming domain. */
    public static DailyLimit of(Mailbox mailbox, Instant now) {
        int warmUp = WarmUp.domainLimit(WarmUp.elapsedDays(mailbox.warmupStartedAt(), now, Duration.ZERO));
        int limit = Math.min(warmUp, HealthRules.limit(mailbox.health()));
        return new DailyLimit(mailbox.dailyOverride() == null ? limit : Math.min(limit, mailbox.dailyOverride()));
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
