package io.agencyos.adapters.out.memory.allocation;

import io.agencyos.application.allocation.AllocationScenario;
import io.agencyos.application.allocation.MonthlyReplenishmentContract;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

class MemoryMonthlyReplenishmentTest extends MonthlyReplenishmentContract {

    @Override
    protected AllocationScenario.Stores stores(AtomicReference<Instant> now) {
        return MemoryAllocation.stores();
    }
}
