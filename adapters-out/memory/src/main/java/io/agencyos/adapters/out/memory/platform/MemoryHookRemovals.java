package io.agencyos.adapters.out.memory.platform;

import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.platform.vendor.HookRemovals;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Hooks that vendors are still to take away. */
public final class MemoryHookRemovals implements HookRemovals {

    private static final Comparator<Owed> BY_ACCOUNT = Comparator.comparing(
                    (Owed owed) -> owed.account().vendor())
            .thenComparing(owed -> owed.account().accountRef());

    private final MemoryTable<Key, Owed> table;

    public MemoryHookRemovals(MemoryUnitOfWork units) {
        table = MemoryTable.<Key, Owed>ofTenants(
                        "hook_removal", units, owed -> owed.account().clientId(), Owed::key)
                .writtenBy(Role.WORKER)
                .readBy(Role.WORKER);
    }

    @Override
    public void owe(Owed removal) {
        table.put(removal);
    }

    @Override
    public Optional<Owed> find(Key key) {
        return table.find(key);
    }

    @Override
    public List<Owed> ofClient(ClientId client) {
        return table.rows()
                .filter(owed -> owed.account().clientId().equals(client))
                .sorted(BY_ACCOUNT)
                .toList();
    }

    @Override
    public void settle(Key key) {
        table.remove(key);
    }

    @Override
    public List<ClientId> due(Instant now, int limit) {
        return table.rows()
                .filter(owed -> !owed.dueAt().isAfter(now))
                .map(owed -> owed.account().clientId())
                .distinct()
                .sorted(Comparator.comparing(ClientId::text))
                .limit(limit)
                .toList();
    }
}
