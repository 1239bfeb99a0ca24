package io.agencyos.adapters.out.security;

import io.agencyos.application.client.identity.store.SigningKeys;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

/** A list of signing keys, and units of work around nothing. */
final class KeptKeys implements SigningKeys, UnitOfWork {

    final List<StoredKey> keys = new ArrayList<>();

    @Override
    public void hold() {
        // one thread only
    }

    @Override
    public List<StoredKey> all() {
        return keys.stream()
                .sorted(Comparator.comparing(StoredKey::activatedAt).reversed())
                .toList();
    }

    @Override
    public void insert(StoredKey key) {
        keys.add(key);
    }

    @Override
    public void retire(String kid, Instant at) {
        keys.replaceAll(key -> key.kid().equals(kid)
                ? new StoredKey(kid, key.publicJwk(), key.privateCiphertext(), key.activatedAt(), at)
                : key);
    }

    @Override
    public <T> T inTenant(TenantScope scope, Supplier<T> work) {
        return work.get();
    }

    @Override
    public <T> T onPlatform(Supplier<T> work) {
        return work.get();
    }
}
