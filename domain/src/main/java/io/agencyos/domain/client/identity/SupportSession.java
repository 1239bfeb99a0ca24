package io.agencyos.domain.client.identity;

import io.agencyos.domain.shared.Vocabulary;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.SupportSessionId;
import io.agencyos.domain.shared.id.UserId;
import java.time.Duration;
import java.time.Instant;
import org.jmolecules.ddd.annotation.AggregateRoot;
import org.jmolecules.ddd.annotation.Identity;
import org.jspecify.annotations.Nullable;

/**
 * Staff is let into a client for a stated reason and at most an hour. Source: api 3, data model 5.1.
 *
 * @param expiresAt the first moment at which it opens nothing any more
 */
@AggregateRoot
public record SupportSession(
        @Identity SupportSessionId id,
        ClientId clientId,
        UserId staffId,
        Mode mode,
        String reason,
        Instant startedAt,
        Instant expiresAt,
        @Nullable Instant endedAt,
        @Nullable UserId endedBy) {

    /** The longest there is. */
    public static final Duration LONGEST = Duration.ofMinutes(60);

    /** What may be done in it. */
    public enum Mode implements Vocabulary {
        /** Look. */
        READ_ONLY(Role.VIEWER),
        /** What an admin may, but no message to a lead. */
        ACT(Role.ADMIN);

        private final Role role;

        Mode(Role role) {
            this.role = role;
        }

        public Role role() {
            return role;
        }
    }

    public boolean isOpen(Instant now) {
        return endedAt == null && now.isBefore(expiresAt);
    }

    /** The same, over; one that ran out ended when it ran out. */
    public SupportSession ended(@Nullable UserId by, Instant at) {
        boolean ranOut = !at.isBefore(expiresAt);
        return new SupportSession(
                id, clientId, staffId, mode, reason, startedAt, expiresAt, ranOut ? expiresAt : at, ranOut ? null : by);
    }
}
