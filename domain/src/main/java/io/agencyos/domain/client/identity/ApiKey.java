package io.agencyos.domain.client.identity;

import io.agencyos.domain.client.ClientMode;
import io.agencyos.domain.platform.IpNetwork;
import io.agencyos.domain.shared.id.ApiKeyId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A program's way into one client. The text of a key is told once and kept nowhere. Source: api 2.
 *
 * @param clientId the live client, where keys of both modes are kept
 * @param mode live opens the client, test only its twin
 * @param prefix how the key's text begins, to be recognised by
 * @param hash hexadecimal SHA-256 of the whole text
 * @param roleCap viewer, member or admin
 * @param networks from where it may be used; empty for anywhere
 * @param lastUsedAt to the minute
 */
public record ApiKey(
        ApiKeyId id,
        ClientId clientId,
        String name,
        ClientMode mode,
        Set<KeyScope> scopes,
        Role roleCap,
        List<IpNetwork> networks,
        String prefix,
        String hash,
        UserId createdBy,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt) {

    public ApiKey {
        scopes = Set.copyOf(scopes);
        networks = List.copyOf(networks);
    }

    /** Neither revoked nor expired. */
    public boolean isGood(Instant now) {
        return revokedAt == null && now.isBefore(expiresAt);
    }
}
