package io.agencyos.adapters.out.memory.client;

import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.client.identity.store.SigningKeys;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** Signing keys by id. */
public final class MemorySigningKeys implements SigningKeys {

    private final MemoryTable<String, StoredKey> keys;

    public MemorySigningKeys(MemoryUnitOfWork units) {
        keys = MemoryTable.ofPlatform("signing_key", units, StoredKey::kid);
    }

    @Override
    public void hold() {
        // units of work are serial here: whoever is inside one is alone
    }

    @Override
    public List<StoredKey> all() {
        return keys.rows()
                .sorted(Comparator.comparing(StoredKey::activatedAt)
                        .thenComparing(StoredKey::kid)
                        .reversed())
                .toList();
    }

    @Override
    public void insert(StoredKey key) {
        keys.insert(key);
    }

    @Override
    public void retire(String kid, Instant at) {
        StoredKey key = keys.find(kid).orElseThrow();
        keys.put(new StoredKey(kid, key.publicJwk(), key.privateCiphertext(), key.activatedAt(), at));
    }
}
