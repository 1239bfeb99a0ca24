package io.agencyos.adapters.out.memory.platform.flow;

import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.platform.flow.FlowPlatformContract;
import io.agencyos.application.platform.flow.FlowStand;
import io.agencyos.application.platform.flow.store.Partitions;

class MemoryFlowPlatformTest extends FlowPlatformContract {

    private final FlowsInMemory stand = new FlowsInMemory();
    private final Partitions partitions =
            new MemoryPartitions((MemoryUnitOfWork) stand.stores().units());

    @Override
    protected FlowStand stand() {
        return stand;
    }

    @Override
    protected Partitions partitions() {
        return partitions;
    }
}
