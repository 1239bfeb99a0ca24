package io.agencyos.adapters.out.memory.platform.flow;

import io.agencyos.application.platform.flow.FlowStand;
import io.agencyos.application.platform.flow.FlowsOfThePlatformContract;

class MemoryFlowsOfThePlatformTest extends FlowsOfThePlatformContract {

    private final FlowStand stand = new FlowsInMemory();

    @Override
    protected FlowStand stand() {
        return stand;
    }
}
