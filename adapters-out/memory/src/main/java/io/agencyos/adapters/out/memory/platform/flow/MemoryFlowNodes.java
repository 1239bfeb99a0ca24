package io.agencyos.adapters.out.memory.platform.flow;

import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.platform.flow.store.FlowNodes;
import java.time.Instant;

/** The processes that execute runs, in memory. */
public final class MemoryFlowNodes implements FlowNodes {

    private record Seen(String node, Instant at) {}

    private final MemoryTable<String, Seen> table;

    public MemoryFlowNodes(MemoryUnitOfWork units) {
        table = MemoryTable.ofPlatform("flow_node", units, Seen::node);
    }

    @Override
    public void beat(String node, Instant now) {
        table.put(new Seen(node, now));
    }

    @Override
    public int aliveSince(Instant since) {
        return (int) table.rows().filter(seen -> seen.at().isAfter(since)).count();
    }
}
