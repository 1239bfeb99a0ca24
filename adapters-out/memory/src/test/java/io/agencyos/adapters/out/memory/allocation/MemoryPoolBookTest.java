package io.agencyos.adapters.out.memory.allocation;

import io.agencyos.adapters.out.memory.lead.MemoryPoolPeople;
import io.agencyos.application.allocation.AllocationScenario;
import io.agencyos.application.allocation.PoolBookContract;
import io.agencyos.application.allocation.store.PoolBook;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

class MemoryPoolBookTest extends PoolBookContract {

    @Override
    protected AllocationScenario.Stores stores(AtomicReference<Instant> now) {
        return MemoryAllocation.stores();
    }

    @Override
    protected PoolBook book(AllocationScenario.Stores stores) {
        return new MemoryPoolBook(
                (MemoryPoolPeople) stores.world().leads().people(),
                stores.world().clients());
    }
}
