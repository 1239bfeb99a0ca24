package io.agencyos.adapters.out.memory.platform.flow;

import io.agencyos.application.platform.flow.FlowSchedulesContract;
import io.agencyos.application.platform.flow.FlowStand;

class MemoryFlowSchedulesTest extends FlowSchedulesContract {

    private final FlowStand stand = new FlowsInMemory();

    @Override
    protected FlowStand stand() {
        return stand;
    }
}
