package io.agencyos.application.client.access;

import io.agencyos.domain.client.identity.ApiKey;
import io.agencyos.domain.shared.id.ApiKeyId;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/** Keys of programs, kept at the live client. Needs an open platform unit of work. Source: api 2, data model 5.1. */
@SecondaryPort
public interface ApiKeys {

    void insert(ApiKey key);

    /** Every key that was not revoked, the oldest first; they are few. */
    List<ApiKey> of(ClientId client);

    /** The key whose whole text has this hash, be it revoked or expired. */
    Optional<ApiKey> find(ClientId client, String hash);

    /** Takes the key back; false where there is none or it was taken back before. */
    boolean revoke(ClientId client, ApiKeyId id, Instant at);

    /** Remembers the use, unless one is remembered since {@code unlessSince}. */
    void used(ApiKey key, Instant at, Instant unlessSince);
}
