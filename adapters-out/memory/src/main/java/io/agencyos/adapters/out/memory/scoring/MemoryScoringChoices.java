package io.agencyos.adapters.out.memory.scoring;

import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.scoring.store.ScoringChoices;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.scoring.ScoringSetup;
import io.agencyos.domain.shared.id.ClientId;

/** Choices by client. */
public final class MemoryScoringChoices implements ScoringChoices {

    private record Stored(ClientId client, ScoringSetup.Choice choice) {}

    private final MemoryTable<ClientId, Stored> table;

    public MemoryScoringChoices(MemoryUnitOfWork units) {
        table = MemoryTable.<ClientId, Stored>ofTenants("scoring_choice", units, Stored::client, Stored::client)
                .writtenBy(Role.WORKER);
    }

    @Override
    public ScoringSetup.Choice choice(ClientId client) {
        return table.find(client).map(Stored::choice).orElse(ScoringSetup.Choice.NONE);
    }

    @Override
    public void save(ClientId client, ScoringSetup.Choice choice) {
        table.put(new Stored(client, choice.weighing(null)));
    }
}
