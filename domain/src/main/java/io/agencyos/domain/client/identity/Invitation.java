package io.agencyos.domain.client.identity;

import io.agencyos.domain.shared.contact.EmailKey;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.InvitationId;
import io.agencyos.domain.shared.id.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An offer of a membership to whoever reads a mailbox; it has no user yet. Source: data model 5.1, api 2.
 *
 * @param tokenHash hexadecimal SHA-256 of the token in the link, which itself is kept nowhere
 */
public record Invitation(
        InvitationId id,
        ClientId clientId,
        EmailKey email,
        Role role,
        String tokenHash,
        @Nullable UserId invitedBy,
        Instant expiresAt,
        @Nullable Instant acceptedAt,
        @Nullable Instant revokedAt) {

    /** Neither taken nor taken back nor too old. */
    public boolean isOpen(Instant now) {
        return acceptedAt == null && revokedAt == null && now.isBefore(expiresAt);
    }

    public Invitation accepted(Instant now) {
        return new Invitation(id, clientId, email, role, tokenHash, invitedBy, expiresAt, now, revokedAt);
    }

    public Invitation revoked(Instant now) {
        return new Invitation(id, clientId, email, role, tokenHash, invitedBy, expiresAt, acceptedAt, now);
    }
}
