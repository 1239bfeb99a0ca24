package io.agencyos.domain.client.identity;

import io.agencyos.domain.shared.Vocabulary;
import io.agencyos.domain.shared.id.UserId;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A link or half a sign-in that is good once. Source: data model 5.1, api 2.
 *
 * @param tokenHash hexadecimal SHA-256 of the token, which itself is kept nowhere
 * @param user whom it is for; null for somebody who is no user yet
 * @param payload what it will do, never a secret in clear
 */
public record OneTimeToken(
        String tokenHash,
        Purpose purpose,
        @Nullable UserId user,
        Map<String, String> payload,
        Instant expiresAt,
        @Nullable Instant usedAt) {

    /** What it is good for. */
    public enum Purpose implements Vocabulary {
        /** Proves an address: of a sign-up, or of a change. */
        VERIFY_EMAIL,
        /** Sets a password anew. */
        RESET,
        /** The first half of a sign-in with a second factor. */
        MFA,
        /** Makes the first of the platform's staff. */
        SETUP,
        /** Makes a member the owner. */
        OWNER_TRANSFER
    }

    public OneTimeToken {
        payload = Map.copyOf(payload);
    }

    public boolean isOpen(Instant now) {
        return usedAt == null && now.isBefore(expiresAt);
    }

    public OneTimeToken used(Instant at) {
        return new OneTimeToken(tokenHash, purpose, user, payload, expiresAt, at);
    }

    public OneTimeToken with(Map<String, String> other) {
        return new OneTimeToken(tokenHash, purpose, user, other, expiresAt, usedAt);
    }
}
