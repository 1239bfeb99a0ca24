package io.agencyos.adapters.out.postgres.allocation;

import io.agencyos.adapters.out.memory.lead.FakeCompanyData;
import io.agencyos.adapters.out.memory.lead.FakePeopleData;
import io.agencyos.adapters.out.postgres.lead.PostgresEnrichments;
import io.agencyos.adapters.out.postgres.lead.PostgresWaitingLooks;
import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import io.agencyos.application.allocation.AllocationScenario;
import io.agencyos.application.allocation.EmployerVendor;
import io.agencyos.application.allocation.EnrichmentContract;
import io.agencyos.application.allocation.RecordVendor;
import io.agencyos.application.lead.enrichment.Enrichments;
import io.agencyos.application.lead.enrichment.LeadFreshness;
import io.agencyos.application.lead.enrichment.WaitingLooks;
import io.agencyos.application.lead.source.PeopleSources;
import io.agencyos.domain.shared.id.ClientId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresEnrichmentTest extends EnrichmentContract {

    private static final ClientId SOMEBODY = new ClientId(UUID.randomUUID());

    @RegisterExtension
    static final FreshDatabase database = new FreshDatabase();

    private final FakePeopleData vendor = new FakePeopleData(1_000);
    private final FakeCompanyData finer = new FakeCompanyData(1_000);

    @Override
    protected AllocationScenario.Stores stores(AtomicReference<Instant> now) throws SQLException {
        database.clear();
        return PostgresAllocation.stores(database.unitOfWork(), now);
    }

    @Override
    protected Enrichments enrichments() {
        return new PostgresEnrichments();
    }

    @Override
    protected WaitingLooks waiting() {
        return new PostgresWaitingLooks();
    }

    @Override
    protected LeadFreshness freshness() {
        return new PostgresLeadFreshness();
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
