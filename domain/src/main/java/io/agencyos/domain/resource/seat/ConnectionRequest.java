package io.agencyos.domain.resource.seat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of the invitation behind a connection. Source: outreach 11.4.
 *
 * @param ref the service's id of the invitation, null while there is none or it is not known
 * @param ignoredAt since when it counts as ignored: 14 days without an answer
 * @param reinviteAfter until when the network takes no invitation to this person, null where it did not say
 */
public record ConnectionRequest(
        @Nullable String ref,
        @Nullable Instant sentAt,
        @Nullable Instant respondedAt,
        @Nullable Instant ignoredAt,
        @Nullable Instant withdrawnAt,
        @Nullable Instant reinviteAfter) {

    /** None was sent. */
    public static final ConnectionRequest NONE = new ConnectionRequest(null, null, null, null, null, null);

    /** One that waits for its answer. */
    public static ConnectionRequest sent(@Nullable String ref, @Nullable Instant at) {
        return new ConnectionRequest(ref, at, null, null, null, null);
    }

    /** Another after this one; what was answered and what the network said of it stays. */
    ConnectionRequest repeated(@Nullable String next, Instant at) {
        return new ConnectionRequest(next, at, respondedAt, null, null, reinviteAfter);
    }

    ConnectionRequest answered(Instant at) {
        return new ConnectionRequest(ref, sentAt, at, ignoredAt, withdrawnAt, reinviteAfter);
    }

    ConnectionRequest ignored(Instant at) {
        return new ConnectionRequest(ref, sentAt, respondedAt, at, withdrawnAt, reinviteAfter);
    }

    ConnectionRequest withdrawn(Instant at) {
        return new ConnectionRequest(ref, sentAt, respondedAt, ignoredAt, at, reinviteAfter);
    }

    ConnectionRequest barred(Instant until) {
        return new ConnectionRequest(ref, sentAt, respondedAt, ignoredAt, withdrawnAt, until);
    }
}
