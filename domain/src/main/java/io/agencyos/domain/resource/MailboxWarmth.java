package io.agencyos.domain.resource;

import io.agencyos.domain.shared.Vocabulary;
import io.agencyos.domain.shared.contact.EmailAddress;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a mailbox is warmed up, as a service measured it.
 *
 * @param warm the service's own verdict
 * @param daysLeft 0 when warm
 * @param heatScore 0 to 100, null when not measured
 * @param blacklistHits lists that name the mailbox's domain
 * @param checkedAt when it was measured, null when never
 */
public record MailboxWarmth(
        EmailAddress mailbox,
        boolean warm,
        int daysCompleted,
        int daysLeft,
        @Nullable Integer heatScore,
        Dns dns,
        int blacklistHits,
        @Nullable Instant checkedAt) {

    /** The records that receivers check. */
    public record Dns(DnsState spf, DnsState dkim, DnsState dmarc, DnsState mx) {}

    /** What was found of one record. */
    public enum DnsState implements Vocabulary {
        VALID,
        INVALID,
        MISSING,
        UNKNOWN;

        /** Whether receivers are told something wrong, or nothing; what nobody could look at is no fault. */
        public boolean isFaulty() {
            return this == INVALID || this == MISSING;
        }
    }

    /** Older than 48 h says nothing any more. */
    public boolean stale(Instant now) {
        return checkedAt == null || checkedAt.plus(WarmUpReading.FRESH).isBefore(now);
    }

    /** Whether to treat the mailbox as warm; a stale measurement counts as not warm. */
    public boolean counts(Instant now) {
        return warm && !stale(now);
    }
}
