package io.agencyos.adapters.out.memory.allocation;

import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.allocation.store.AssignmentRuns;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.RunId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Assignment runs by id. */
public final class MemoryAssignmentRuns implements AssignmentRuns {

    private static final String KEY = "uq_flow_run_dedupe";

    private final MemoryTable<RunId, Run> table;

    public MemoryAssignmentRuns(MemoryUnitOfWork units) {
        table = MemoryTable.<RunId, Run>ofTenants("flow_run", units, Run::clientId, Run::id)
                .writtenBy(Role.WORKER)
                .unique(KEY, run -> key(run.clientId(), run.source(), run.key()));
    }

    private static Object key(ClientId client, Source source, String key) {
        return List.of(client, source, key);
    }

    @Override
    public Optional<Run> find(ClientId client, Source source, String key) {
        return table.findBy(KEY, key(client, source, key));
    }

    @Override
    public Optional<Run> findForUpdate(ClientId client, RunId id) {
        return table.find(id).filter(run -> run.clientId().equals(client));
    }

    @Override
    public void insert(Run run) {
        table.insert(run);
    }

    @Override
    public void update(Run run) {
        table.put(run);
    }

    @Override
    public int assignedSince(ClientId client, Instant since) {
        return table.rows()
                .filter(run -> run.clientId().equals(client) && run.source() == Source.POOL)
                .filter(run -> !run.startedAt().isBefore(since))
                .mapToInt(run -> run.progress().assigned())
                .sum();
    }
}
