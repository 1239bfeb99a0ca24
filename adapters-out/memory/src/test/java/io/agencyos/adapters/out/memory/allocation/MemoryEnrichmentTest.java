package io.agencyos.adapters.out.memory.allocation;

import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.adapters.out.memory.lead.FakeCompanyData;
import io.agencyos.adapters.out.memory.lead.FakePeopleData;
import io.agencyos.adapters.out.memory.lead.MemoryEnrichments;
import io.agencyos.adapters.out.memory.lead.MemoryLeads;
import io.agencyos.adapters.out.memory.lead.MemoryPoolPeople;
import io.agencyos.adapters.out.memory.lead.MemoryWaitingLooks;
import io.agencyos.application.allocation.AllocationScenario;
import io.agencyos.application.allocation.EmployerVendor;
import io.agencyos.application.allocation.EnrichmentContract;
import io.agencyos.application.allocation.RecordVendor;
import io.agencyos.application.lead.enrichment.Enrichments;
import io.agencyos.application.lead.enrichment.LeadFreshness;
import io.agencyos.application.lead.enrichment.WaitingLooks;
import io.agencyos.application.lead.source.PeopleSources;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

class MemoryEnrichmentTest extends EnrichmentContract {

    private static final ClientId SOMEBODY = new ClientId(UUID.randomUUID());

    private final FakePeopleData vendor = new FakePeopleData(1_000);
    private final FakeCompanyData finer = new FakeCompanyData(1_000);
    private final AllocationScenario.Stores stores = MemoryAllocation.stores();
    private final MemoryUnitOfWork units = (MemoryUnitOfWork) stores.units();
    private final MemoryEnrichments enrichments =
            new MemoryEnrichments(units, (MemoryLeads) stores.world().leads().leads(), (MemoryPoolPeople)
                    stores.world().leads().people());
    private final LeadFreshness freshness = new MemoryLeadFreshness(
            units, stores.world().campaigns(), stores.outreach().enrolments());

    @Override
    protected AllocationScenario.Stores stores(AtomicReference<Instant> now) {
        return stores;
    }

    @Override
    protected Enrichments enrichments() {
        return enrichments;
    }

    @Override
    protected WaitingLooks waiting() {
        return new MemoryWaitingLooks(
                enrichments, (MemoryLeads) stores.world().leads().leads(), stores.credits());
    }

    @Override
    protected LeadFreshness freshness() {
        return freshness;
    }

    @Override
    protected RecordVendor records() {
        return new RecordVendor(
                new PeopleSources.Source(
                        "fake", vendor, vendor, vendor, Optional.of(new PeopleSources.Finer(finer, finer))),
                vendor::add,
                () -> vendor.remaining(SOMEBODY).orElseThrow().left(),
                vendor::breakDown,
                vendor::spendAll);
    }

    @Override
    protected EmployerVendor employers() {
        return new EmployerVendor(finer::add, finer::add);
    }
}
