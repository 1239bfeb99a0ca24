package io.agencyos.adapters.out.memory.allocation;

import io.agencyos.adapters.out.memory.campaign.MemoryCampaigns;
import io.agencyos.adapters.out.memory.deal.MemoryMeetings;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.adapters.out.memory.lead.MemoryLeadImports;
import io.agencyos.adapters.out.memory.lead.MemoryLeadQueries;
import io.agencyos.adapters.out.memory.lead.MemoryLeads;
import io.agencyos.adapters.out.memory.scoring.MemoryLeadScores;
import io.agencyos.application.allocation.AllocationScenario;
import io.agencyos.application.allocation.SingleLeadContract;
import io.agencyos.application.lead.store.LeadQueries;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

class MemorySingleLeadTest extends SingleLeadContract {

    private final AllocationScenario.Stores on = MemoryAllocation.stores();

    @Override
    protected AllocationScenario.Stores stores(AtomicReference<Instant> now) {
        return on;
    }

    @Override
    protected LeadQueries leadQueries() {
        return new MemoryLeadQueries(
                (MemoryLeads) on.world().leads().leads(),
                (MemoryLeadImports) on.world().leads().imports(),
                (MemoryCampaigns) on.world().campaigns(),
                (MemoryLeadScores) on.scoring().scores(),
                on.outreach().enrolments(),
                new MemoryMeetings((MemoryUnitOfWork) on.units()));
    }
}
