package io.agencyos.domain.resource;

import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.DomainName;
import io.agencyos.domain.shared.ResourceId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A domain that a client's mailboxes send from, with its standing. Source: scoring RES-10, RES-12.
 *
 * @param criticalSince when it became critical, null unless it is
 * @param warmupStartedAt null when it never warmed up
 */
public record SendingDomain(
        ResourceId id,
        ClientId clientId,
        DomainName name,
        DomainHealth health,
        @Nullable Instant criticalSince,
        @Nullable Instant warmupStartedAt) {

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
     * The domain as its mail shows it. The days of a critical episode do not count towards a warm-up that was not
     * finished: the ramp goes on where it stood, because going on through an incident would repeat it.
     */
    public SendingDomain judged(Mail mail, Instant now) {
        DomainHealth next = HealthRules.of(mail.sends(), mail.bounces(), mail.complaints());
        if (next == health) {
            return this;
        }
        if (next == DomainHealth.CRITICAL) {
            return new SendingDomain(id, clientId, name, next, now, warmupStartedAt);
        }
        return new SendingDomain(id, clientId, name, next, null, resumed(now));
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

    /** Whether it has been critical for so long that somebody should replace it. */
    public boolean proposedForRetirement(Instant now) {
        return criticalSince != null && !now.isBefore(criticalSince.plus(PATIENCE));
    }
}
