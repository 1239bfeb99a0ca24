package io.agencyos.adapters.out.memory.allocation;

import io.agencyos.application.allocation.AllocationScenario;
import io.agencyos.application.allocation.CreditLowContract;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

class MemoryCreditLowTest extends CreditLowContract {

    @Override
    protected AllocationScenario.Stores stores(AtomicReference<Instant> now) {
        return MemoryAllocation.stores();
    }
}
