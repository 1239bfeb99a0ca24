package io.agencyos.domain.client.identity;

import io.agencyos.domain.platform.IpAddress;
import io.agencyos.domain.shared.id.SessionId;
import io.agencyos.domain.shared.id.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One refresh token of a signed-in person. Each use replaces it by the next of its family; the family is the sign-in.
 * Source: api 2.
 *
 * @param tokenHash hexadecimal SHA-256 of the token, which itself is kept nowhere
 * @param secondFactor whether the person proved to have the device, too
 * @param replacedBy the token that took its place; shown again after that, the family is revoked
 */
public record SignedInSession(
        SessionId id,
        UserId userId,
        SessionId family,
        String tokenHash,
        boolean secondFactor,
        @Nullable SessionId replacedBy,
        Instant lastSeenAt,
        Instant expiresAt,
        @Nullable Instant revokedAt,
        @Nullable IpAddress ip,
        @Nullable String userAgent) {

    /** Not replaced, not revoked, not expired. */
    public boolean isUsable(Instant now) {
        return replacedBy == null && revokedAt == null && now.isBefore(expiresAt);
    }

    /** This one after it was used for the next. */
    public SignedInSession replaced(SessionId by, Instant now) {
        return new SignedInSession(
                id, userId, family, tokenHash, secondFactor, by, now, expiresAt, revokedAt, ip, userAgent);
    }

    /** This one with the second factor. */
    public SignedInSession proved() {
        return new SignedInSession(
                id, userId, family, tokenHash, true, replacedBy, lastSeenAt, expiresAt, revokedAt, ip, userAgent);
    }

    /** This one taken back. */
    public SignedInSession revoked(Instant at) {
        return new SignedInSession(
                id, userId, family, tokenHash, secondFactor, replacedBy, lastSeenAt, expiresAt, at, ip, userAgent);
    }

    /** This one good until then, if that is later, with the second factor if either had it. */
    public SignedInSession prolonged(Instant until, boolean proved, Instant now) {
        return new SignedInSession(
                id,
                userId,
                family,
                tokenHash,
                secondFactor || proved,
                replacedBy,
                now,
                until.isAfter(expiresAt) ? until : expiresAt,
                revokedAt,
                ip,
                userAgent);
    }
}
