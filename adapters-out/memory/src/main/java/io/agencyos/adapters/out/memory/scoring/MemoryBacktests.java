package io.agencyos.adapters.out.memory.scoring;

import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.scoring.store.Backtests;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.shared.id.BacktestId;
import io.agencyos.domain.shared.id.ClientId;
import java.util.Optional;

/** Changes that were tried, by id. */
public final class MemoryBacktests implements Backtests {

    private final MemoryTable<BacktestId, Entry> table;

    public MemoryBacktests(MemoryUnitOfWork units) {
        table = MemoryTable.<BacktestId, Entry>ofTenants("scoring_backtest", units, Entry::clientId, Entry::id)
                .writtenBy(Role.WORKER);
    }

    @Override
    public void insert(Entry entry) {
        table.insert(entry);
    }

    @Override
    public Optional<Entry> find(ClientId client, BacktestId id) {
        return table.find(id).filter(entry -> entry.clientId().equals(client));
    }
}
