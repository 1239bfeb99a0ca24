package io.agencyos.adapters.out.memory.platform.flow;

import io.agencyos.adapters.out.memory.allocation.MemoryAllocation;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.allocation.AllocationScenario;
import io.agencyos.application.allocation.MonthsTurnStories;
import io.agencyos.application.platform.flow.FlowStand;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

class MemoryMonthsTurnTest extends MonthsTurnStories {

    private FlowsInMemory stand = new FlowsInMemory();

    @Override
    protected AllocationScenario.Stores stores(AtomicReference<Instant> now) {
        AllocationScenario.Stores stores = MemoryAllocation.stores();
        stand = new FlowsInMemory((MemoryUnitOfWork) stores.units());
        return stores;
    }

    @Override
    protected FlowStand stand() {
        return stand;
    }
}
