package io.agencyos.adapters.out.memory.allocation;

import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.adapters.out.memory.lead.FakeCompanyData;
import io.agencyos.adapters.out.memory.lead.FakePeopleData;
import io.agencyos.adapters.out.memory.lead.MemoryEnrichments;
import io.agencyos.adapters.out.memory.lead.MemoryLeads;
import io.agencyos.adapters.out.memory.lead.MemoryPoolPeople;
import io.agencyos.application.allocation.AllocationScenario;
import io.agencyos.application.allocation.EnrichmentContract;
import io.agencyos.application.lead.enrichment.Enrichments;
import io.agencyos.application.lead.enrichment.LeadFreshness;
import io.agencyos.application.lead.source.CompanySearch;
import io.agencyos.application.lead.source.CompanySignals;
import io.agencyos.application.lead.source.PeopleSources;
import io.agencyos.application.lead.source.PersonProfile;
import io.agencyos.domain.lead.JobPosting;
import io.agencyos.domain.shared.ClientId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

class MemoryEnrichmentTest extends EnrichmentContract {

    private final FakePeopleData vendor = new FakePeopleData(1_000);
    private final FakeCompanyData finer = new FakeCompanyData(1_000);
    private final AllocationScenario.Stores stores = MemoryAllocation.stores();
    private final MemoryUnitOfWork units = (MemoryUnitOfWork) stores.units();
    private final Enrichments enrichments =
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
    protected LeadFreshness freshness() {
        return freshness;
    }

    @Override
    protected PeopleSources.Source vendor() {
        return new PeopleSources.Source(
                "fake", vendor, vendor, vendor, Optional.of(new PeopleSources.Finer(finer, finer)));
    }

    @Override
    protected void offer(PersonProfile person) {
        vendor.add(person);
    }

    @Override
    protected void offer(CompanySearch.Preview company, List<JobPosting> advertised) {
        finer.add(company, advertised);
    }

    @Override
    protected void offer(CompanySignals.Article article) {
        finer.add(article);
    }

    @Override
    protected long vendorCredits() {
        return vendor.remaining(new ClientId(UUID.randomUUID())).orElseThrow().left();
    }

    @Override
    protected void breakDown() {
        vendor.breakDown();
    }
}
