package io.agencyos.adapters.out.memory.allocation;

import io.agencyos.application.allocation.AllocationScenario;
import io.agencyos.application.allocation.VetoContract;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

class MemoryVetoTest extends VetoContract {

    @Override
    protected AllocationScenario.Stores stores(AtomicReference<Instant> now) {
        return MemoryAllocation.stores();
    }
}
