package io.agencyos.adapters.out.memory.allocation;

import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.allocation.AllocationScenario;
import io.agencyos.application.allocation.StaleLeadsContract;
import io.agencyos.application.lead.enrichment.LeadFreshness;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

class MemoryStaleLeadsTest extends StaleLeadsContract {

    private @Nullable LeadFreshness freshness;

    @Override
    protected AllocationScenario.Stores stores(AtomicReference<Instant> now) {
        AllocationScenario.Stores stores = MemoryAllocation.stores();
        freshness = new MemoryLeadFreshness(
                (MemoryUnitOfWork) stores.units(),
                stores.world().campaigns(),
                stores.outreach().enrolments());
        return stores;
    }

    @Override
    protected LeadFreshness freshness() {
        return Objects.requireNonNull(freshness);
    }
}
