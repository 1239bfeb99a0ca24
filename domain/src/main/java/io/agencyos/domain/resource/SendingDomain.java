package io.agencyos.domain.resource;

import io.agencyos.domain.resource.DomainPause.Recent;
import io.agencyos.domain.shared.contact.DomainName;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.ResourceId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A domain that a client's mailboxes send from, with its standing. Source: scoring RES-10, RES-12,
 * B10.
 *
 * @param criticalSince when it became critical, null unless it is
 * @param warmupStartedAt from when on its days count, null when it never warmed up
 * @param skippedAt when its warm-up last went ahead by a band, null where it never did
 * @param pause stopped for its last mails, or just let go on
 */
public record SendingDomain(
        ResourceId id,
        ClientId clientId,
        DomainName name,
        DomainHealth health,
        @Nullable Instant criticalSince,
        @Nullable Instant warmupStartedAt,
        @Nullable Instant skippedAt,
        DomainPause pause) {

    /** How long a domain is critical before it is proposed to be retired. */
    public static final Duration PATIENCE = Duration.ofDays(7);

    /**
     * What a domain sent in its last 30 days and what came back.
     *
     * @param bounces hard ones and policy blocks
     */
    public record Mail(int sends, int bounces, int complaints) {
        public static final Mail NONE = new Mail(0, 0, 0);
    }

    /**
     * The last seven days of a domain that warms up.
     *
     * @param inboxPercent the share of test e-mails that arrived in the inbox, rounded down; null where nobody tested
     */
    public record Week(Mail mail, @Nullable Integer inboxPercent) {

        public static final Week UNKNOWN = new Week(Mail.NONE, null);

        /** More than 20 of 100 test e-mails missed the inbox. Source: outreach 19.5. */
        boolean missesInboxes() {
            return inboxPercent != null && inboxPercent < POOR_PLACEMENT;
        }

        /** Bounces below 0.5 % of what was sent, and at least 95 of 100 test e-mails in the inbox. */
        boolean excellent() {
            return mail.bounces() * 200L < mail.sends() && inboxPercent != null && inboxPercent >= GOOD_PLACEMENT;
        }
    }

    /** Whose days the nightly look goes by. */
    private static final ZoneId PLATFORM = ZoneId.of("Australia/Sydney");

    private static final int GOOD_PLACEMENT = 95;
    private static final int POOR_PLACEMENT = 80;
    private static final Duration WEEK = Duration.ofDays(7);

    /**
     * The domain as its mail shows it. The days of a critical episode do not count towards a warm-up that was not
     * finished: the ramp goes on where it stood, because going on through an incident would repeat it. A warning repeats
     * the band in which the ramp is, an excellent week goes ahead to the next one. A week whose tests miss the inbox is a
     * warning at least, whatever bounced.
     */
    public SendingDomain judged(Mail mail, Week week, Recent recent, Instant now) {
        DomainHealth counted = HealthRules.of(mail.sends(), mail.bounces(), mail.complaints());
        DomainHealth next = counted == DomainHealth.GOOD && week.missesInboxes() ? DomainHealth.WARNING : counted;
        DomainPause after = paused(next, recent, now);
        if (next == health) {
            SendingDomain same = with(warmupStartedAt, skippedAt, after);
            return next == DomainHealth.GOOD && !after.stops() && mayGoAhead(week, now) ? same.ahead(now) : same;
        }
        Instant since = next == DomainHealth.CRITICAL ? now : null;
        return new SendingDomain(id, clientId, name, next, since, started(next, now), skippedAt, after);
    }

    /**
     * A run of bounces stops it until the first look of another day that does not find it critical, a critical month until it
     * is none any more. Source: flows 1.7 deliverability.
     */
    private DomainPause paused(DomainHealth next, Recent recent, Instant now) {
        if (next == DomainHealth.CRITICAL) {
            return pause;
        }
        if (pause.bouncingSince() != null) {
            return day(pause.bouncingSince()).isBefore(day(now)) ? pause.ended(now) : pause;
        }
        if (recent.tooMany()) {
            return pause.stopped(now);
        }
        return health == DomainHealth.CRITICAL ? pause.ended(now) : pause;
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, PLATFORM);
    }

    /** Whether nothing leaves from it. */
    public boolean stopped() {
        return stoppedSince() != null;
    }

    /** Since when nothing leaves from it, null while it sends. */
    public @Nullable Instant stoppedSince() {
        return criticalSince != null ? criticalSince : pause.bouncingSince();
    }

    private SendingDomain with(@Nullable Instant warming, @Nullable Instant skipped, DomainPause after) {
        return new SendingDomain(id, clientId, name, health, criticalSince, warming, skipped, after);
    }

    private @Nullable Instant started(DomainHealth next, Instant now) {
        return switch (next) {
            case CRITICAL -> warmupStartedAt;
            case WARNING ->
                health == DomainHealth.GOOD && warmsUp(now)
                        ? began(now, WarmUp.bandBegan(warmUpDay(now)))
                        : resumed(now);
            case GOOD -> resumed(now);
        };
    }

    /** Whether its ramp is still going up. */
    public boolean warmsUp(Instant now) {
        return warmupStartedAt != null && !now.isBefore(warmupStartedAt) && warmUpDay(now) < WarmUp.DOMAIN_DAYS;
    }

    private boolean mayGoAhead(Week week, Instant now) {
        return warmsUp(now)
                && warmUpDay(now) >= WEEK.toDays()
                && (skippedAt == null || !now.isBefore(skippedAt.plus(WEEK)))
                && week.excellent();
    }

    private SendingDomain ahead(Instant now) {
        return with(began(now, WarmUp.nextBand(warmUpDay(now))), now, pause);
    }

    private long warmUpDay(Instant now) {
        return WarmUp.elapsedDays(warmupStartedAt, now, Duration.ZERO);
    }

    private static Instant began(Instant now, long days) {
        return now.minus(Duration.ofDays(days));
    }

    private @Nullable Instant resumed(Instant now) {
        if (criticalSince == null || warmupStartedAt == null) {
            return warmupStartedAt;
        }
        long elapsed = WarmUp.elapsedDays(warmupStartedAt, criticalSince, Duration.ZERO);
        return elapsed >= WarmUp.DOMAIN_DAYS
                ? warmupStartedAt
                : warmupStartedAt.plus(Duration.between(criticalSince, now));
    }

    /** Whether it could take over what another one no longer sends: it sends, and its ramp is behind it. Source: outreach 19.11. */
    public boolean standsBy(Instant now) {
        return !stopped() && warmupStartedAt != null && warmUpDay(now) >= WarmUp.DOMAIN_DAYS;
    }

    /** Whether it has been critical for so long that somebody should replace it. */
    public boolean proposedForRetirement(Instant now) {
        return criticalSince != null && !now.isBefore(criticalSince.plus(PATIENCE));
    }
}
