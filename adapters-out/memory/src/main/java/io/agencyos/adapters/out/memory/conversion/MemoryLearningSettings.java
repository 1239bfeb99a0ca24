package io.agencyos.adapters.out.memory.conversion;

import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.conversion.learning.store.LearningSettingsStore;
import io.agencyos.domain.conversion.LearningSettings;
import io.agencyos.domain.shared.id.ClientId;

/** Settings of learning, one row per client that has set any. */
public final class MemoryLearningSettings implements LearningSettingsStore {

    private record Row(ClientId client, LearningSettings settings) {}

    private final MemoryTable<ClientId, Row> table;

    public MemoryLearningSettings(MemoryUnitOfWork units) {
        table = MemoryTable.ofTenants("client_setting", units, Row::client, Row::client);
    }

    @Override
    public LearningSettings of(ClientId client) {
        return table.find(client).map(Row::settings).orElse(LearningSettings.DEFAULT);
    }

    @Override
    public void save(ClientId client, LearningSettings settings) {
        table.put(new Row(client, settings));
    }
}
