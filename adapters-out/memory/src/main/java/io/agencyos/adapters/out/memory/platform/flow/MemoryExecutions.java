package io.agencyos.adapters.out.memory.platform.flow;

import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.platform.flow.store.Executions;
import io.agencyos.application.platform.flow.store.FlowRuns;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Orders in memory; whoever executes takes one at a time. */
public final class MemoryExecutions implements Executions {

    private final MemoryTable<String, FlowRuns.Handed> table;

    public MemoryExecutions(MemoryUnitOfWork units) {
        table = MemoryTable.ofPlatform("scheduled_tasks", units, MemoryExecutions::name);
    }

    private static String name(FlowRuns.Handed handed) {
        return handed.client().text() + "/" + handed.run().text() + "/" + handed.fence();
    }

    @Override
    public void submit(Collection<FlowRuns.Handed> runs, Instant now) {
        runs.forEach(table::put);
    }

    /** The next order, the highest priority first; it is gone then. Platform unit. */
    public Optional<FlowRuns.Handed> take() {
        Optional<FlowRuns.Handed> next = table.rows().max(Comparator.comparingInt(FlowRuns.Handed::priority));
        next.ifPresent(handed -> table.remove(name(handed)));
        return next;
    }
}
