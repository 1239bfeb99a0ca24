package io.agencyos.adapters.out.memory.allocation;

import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.adapters.out.memory.lead.FakeCompanyData;
import io.agencyos.adapters.out.memory.lead.FakePeopleData;
import io.agencyos.adapters.out.memory.lead.MemoryEnrichments;
import io.agencyos.adapters.out.memory.lead.MemoryLeads;
import io.agencyos.adapters.out.memory.lead.MemoryPhoneLookups;
import io.agencyos.adapters.out.memory.lead.MemoryPoolPeople;
import io.agencyos.application.allocation.AllocationScenario;
import io.agencyos.application.allocation.NumberVendor;
import io.agencyos.application.allocation.PhoneRevealContract;
import io.agencyos.application.allocation.RecordVendor;
import io.agencyos.application.lead.enrichment.Enrichments;
import io.agencyos.application.lead.enrichment.LeadFreshness;
import io.agencyos.application.lead.enrichment.PhoneLookups;
import io.agencyos.application.lead.source.PeopleSources;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

class MemoryPhoneRevealTest extends PhoneRevealContract {

    private static final ClientId SOMEBODY = new ClientId(UUID.randomUUID());

    private final FakeCompanyData numbers = new FakeCompanyData(1_000);
    private final FakePeopleData vendor = new FakePeopleData(1_000);
    private final AllocationScenario.Stores stores = MemoryAllocation.stores();
    private final MemoryUnitOfWork units = (MemoryUnitOfWork) stores.units();
    private final Enrichments enrichments =
            new MemoryEnrichments(units, (MemoryLeads) stores.world().leads().leads(), (MemoryPoolPeople)
                    stores.world().leads().people());
    private final PhoneLookups lookups =
            new MemoryPhoneLookups(units, (MemoryLeads) stores.world().leads().leads());
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
    protected PhoneLookups lookups() {
        return lookups;
    }

    @Override
    protected RecordVendor records() {
        return new RecordVendor(
                new PeopleSources.Source("fake", vendor, vendor, vendor),
                vendor::add,
                () -> vendor.remaining(SOMEBODY).orElseThrow().left(),
                vendor::breakDown,
                vendor::spendAll);
    }

    @Override
    protected NumberVendor numbers() {
        return new NumberVendor(
                numbers, numbers::add, numbers::answerAll, numbers::loseReceipt, numbers::refuse, numbers::heard);
    }
}
