package io.agencyos.adapters.out.memory.platform.flow;

import io.agencyos.application.platform.flow.FlowEngineContract;
import io.agencyos.application.platform.flow.FlowStand;

class MemoryFlowEngineTest extends FlowEngineContract {

    private final FlowStand stand = new FlowsInMemory();

    @Override
    protected FlowStand stand() {
        return stand;
    }
}
