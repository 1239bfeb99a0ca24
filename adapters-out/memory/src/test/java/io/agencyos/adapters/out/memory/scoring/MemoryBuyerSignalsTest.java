package io.agencyos.adapters.out.memory.scoring;

import io.agencyos.adapters.out.memory.allocation.MemoryAllocation;
import io.agencyos.adapters.out.memory.client.MemorySharingConsents;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.allocation.AllocationScenario;
import io.agencyos.application.client.SharingConsents;
import io.agencyos.application.scoring.BuyerSignalsContract;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

class MemoryBuyerSignalsTest extends BuyerSignalsContract {

    private final AllocationScenario.Stores stores = MemoryAllocation.stores();

    @Override
    protected AllocationScenario.Stores stores(AtomicReference<Instant> now) {
        return stores;
    }

    private final SharingConsents consents = new MemorySharingConsents((MemoryUnitOfWork) stores.units());

    @Override
    protected SharingConsents consents() {
        return consents;
    }
}
