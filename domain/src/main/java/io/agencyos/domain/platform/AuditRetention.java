package io.agencyos.domain.platform;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Set;

/**
 * How long entries of the audit log are kept. What tells of consent, of suppressions or of what a client booked is kept for
 * seven years, whatever staff sets for the rest. Source: api 6.
 *
 * @param days for the rest, at least {@link #LEAST_DAYS}
 */
public record AuditRetention(int days) {

    /** Nobody sets less. */
    public static final int LEAST_DAYS = 90;

    /** Seven years, like what is kept longest: nobody sets more. */
    public static final int MOST_DAYS = 2_555;

    /** Where staff has set nothing. */
    public static final AuditRetention USUAL = new AuditRetention(365);

    /** Resource types whose entries are evidence or books. */
    public static final Set<String> LONG_LIVED_TYPES =
            Set.of("consent", "suppression", "platform_suppression", "subscription", "credit_account");

    /** Actions that are evidence, whatever they are about. */
    public static final Set<AuditAction> LONG_LIVED_ACTIONS =
            Set.of(AuditAction.CONSENT_DECLARED, AuditAction.CONSENT_WITHDRAWN);

    private static final Period LONG = Period.ofYears(7);

    public AuditRetention {
        if (days < LEAST_DAYS || days > MOST_DAYS) {
            throw new IllegalArgumentException("audit entries are kept for 90 to 2555 days");
        }
    }

    /** Whether the entry is kept for seven years. */
    public static boolean isLongLived(AuditEntry entry) {
        return LONG_LIVED_TYPES.contains(entry.resourceType()) || LONG_LIVED_ACTIONS.contains(entry.action());
    }

    /** Entries from before this instant are over, but for the long-lived ones. */
    public Instant oldest(Instant now) {
        return now.minus(Duration.ofDays(days));
    }

    /** Entries from before this instant are over, all of them. */
    public Instant oldestOfAll(Instant now) {
        return now.atZone(ZoneOffset.UTC).minus(LONG).toInstant();
    }
}
