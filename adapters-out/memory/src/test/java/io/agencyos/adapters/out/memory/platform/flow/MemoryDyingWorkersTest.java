package io.agencyos.adapters.out.memory.platform.flow;

import io.agencyos.application.platform.flow.DyingWorkersContract;
import io.agencyos.application.platform.flow.FlowStand;

class MemoryDyingWorkersTest extends DyingWorkersContract {

    private final FlowStand stand = new FlowsInMemory();

    @Override
    protected FlowStand stand() {
        return stand;
    }
}
