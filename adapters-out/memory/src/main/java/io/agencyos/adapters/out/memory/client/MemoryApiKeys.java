package io.agencyos.adapters.out.memory.client;

import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.client.access.ApiKeys;
import io.agencyos.domain.client.identity.ApiKey;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.shared.id.ApiKeyId;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keys of programs. */
public final class MemoryApiKeys implements ApiKeys {

    private record ByHash(ClientId client, String hash) {}

    private final MemoryTable<ApiKeyId, ApiKey> keys;

    public MemoryApiKeys(MemoryUnitOfWork units) {
        keys = MemoryTable.<ApiKeyId, ApiKey>ofTenants("api_key", units, ApiKey::clientId, ApiKey::id)
                .writtenBy(Role.OWNER, Role.WORKER)
                .alsoWrittenByThePlatform()
                .unique("uq_api_key_key_hash", key -> new ByHash(key.clientId(), key.hash()));
    }

    @Override
    public void insert(ApiKey key) {
        keys.insert(key);
    }

    @Override
    public List<ApiKey> of(ClientId client) {
        return keys.rows()
                .filter(key -> key.clientId().equals(client) && key.revokedAt() == null)
                .sorted(Comparator.comparing(ApiKey::createdAt)
                        .thenComparing(key -> key.id().text()))
                .toList();
    }

    @Override
    public Optional<ApiKey> find(ClientId client, String hash) {
        return keys.findBy("uq_api_key_key_hash", new ByHash(client, hash));
    }

    @Override
    public boolean revoke(ClientId client, ApiKeyId id, Instant at) {
        Optional<ApiKey> good = keys.find(id).filter(key -> key.clientId().equals(client) && key.revokedAt() == null);
        good.ifPresent(key -> keys.put(changed(key, key.lastUsedAt(), at)));
        return good.isPresent();
    }

    @Override
    public void used(ApiKey key, Instant at, Instant unlessSince) {
        keys.find(key.id())
                .filter(known ->
                        known.lastUsedAt() == null || known.lastUsedAt().isBefore(unlessSince))
                .ifPresent(known -> keys.put(changed(known, at, known.revokedAt())));
    }

    private static ApiKey changed(ApiKey key, @Nullable Instant used, @Nullable Instant revoked) {
        return new ApiKey(
                key.id(),
                key.clientId(),
                key.name(),
                key.mode(),
                key.scopes(),
                key.roleCap(),
                key.networks(),
                key.prefix(),
                key.hash(),
                key.createdBy(),
                key.createdAt(),
                key.expiresAt(),
                used,
                revoked);
    }
}
