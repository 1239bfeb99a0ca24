package io.agencyos.domain.resource;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * How warm a service found a sending domain: as warm as the least warm of its mailboxes. It never lets a domain send more than its
 * ramp does. Source: salesforge 4.7, outreach 7.
 *
 * @param warm the service's own verdict
 * @param days that the service has warmed it up, from 0 on
 * @param checkedAt when it was measured; the epoch where it never was
 * @param findings what else it says of the domain
 */
public record WarmUpReading(boolean warm, int days, Instant checkedAt, WarmUpFindings findings) {

    /** What is older says nothing any more, and counts as not warm. */
    public static final Duration FRESH = Duration.ofHours(48);

    private static final Comparator<MailboxWarmth> LEAST_WARM = Comparator.comparing(MailboxWarmth::warm)
            .thenComparingInt(MailboxWarmth::daysCompleted)
            .thenComparing(WarmUpReading::checked);

    /** Of a domain's mailboxes together; empty where none was measured. */
    public static Optional<WarmUpReading> of(Collection<MailboxWarmth> measured) {
        return measured.stream()
                .min(LEAST_WARM)
                .map(least -> new WarmUpReading(
                        least.warm(),
                        least.daysCompleted(),
                        measured.stream()
                                .map(WarmUpReading::checked)
                                .min(Comparator.naturalOrder())
                                .orElseThrow(),
                        WarmUpFindings.of(measured)));
    }

    private static Instant checked(MailboxWarmth measured) {
        return measured.checkedAt() == null ? Instant.EPOCH : measured.checkedAt();
    }

    /** Whether it counts as warm: found so, not too long ago. */
    public boolean isWarm(Instant now) {
        return warm && isFresh(now);
    }

    /** Whether it still says anything. */
    public boolean isFresh(Instant now) {
        return !checkedAt.plus(FRESH).isBefore(now);
    }

    /**
     * As many full days of a domain's ramp as count: all of them while it is warm; else no more than the service counted, and
     * in no case the last band.
     */
    public long counted(long elapsed, Instant now) {
        if (isWarm(now)) {
            return elapsed;
        }
        long known = isFresh(now) ? Math.min(elapsed, days) : elapsed;
        return Math.min(known, WarmUp.DOMAIN_DAYS - 1);
    }
}
