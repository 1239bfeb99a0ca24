package io.agencyos.adapters.out.memory.platform;

import io.agencyos.application.platform.secret.DataKeys;
import io.agencyos.domain.shared.id.ClientId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Data keys in memory; a unit that fails takes none of them with it. */
public final class MemoryDataKeys implements DataKeys {

    private final Map<UUID, DataKey> keys = new LinkedHashMap<>();

    @Override
    public synchronized Optional<DataKey> sealing(@Nullable ClientId client) {
        return keys.values().stream()
                .filter(key -> key.seals() && Objects.equals(key.client(), client))
                .findFirst();
    }

    @Override
    public synchronized Optional<DataKey> find(UUID id) {
        return Optional.ofNullable(keys.get(id));
    }

    @Override
    public synchronized DataKey offer(DataKey key) {
        return sealing(key.client()).orElseGet(() -> {
            keys.put(key.id(), key);
            return key;
        });
    }

    @Override
    public synchronized List<DataKey> wrappedByOthers(String master, int limit) {
        return keys.values().stream()
                .filter(key -> !key.wrappedBy().equals(master))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized void rewrap(List<Rewrapped> rewrapped) {
        rewrapped.forEach(change -> keys.computeIfPresent(
                change.before().id(),
                (id, key) -> key.wrappedBy().equals(change.before().wrappedBy())
                        ? new DataKey(id, key.client(), change.wrapped(), change.wrappedBy(), key.seals())
                        : key));
    }

    @Override
    public synchronized int retireAll() {
        int sealing = census().sealing();
        keys.replaceAll((id, key) -> new DataKey(id, key.client(), key.wrapped(), key.wrappedBy(), false));
        return sealing;
    }

    @Override
    public synchronized Census census() {
        int sealing = (int) keys.values().stream().filter(DataKey::seals).count();
        return new Census(
                keys.values().stream().map(DataKey::wrappedBy).collect(Collectors.toSet()),
                sealing,
                keys.size() - sealing);
    }
}
