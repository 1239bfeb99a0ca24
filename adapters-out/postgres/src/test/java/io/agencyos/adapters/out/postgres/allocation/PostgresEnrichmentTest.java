package io.agencyos.adapters.out.postgres.allocation;

import io.agencyos.adapters.out.memory.lead.FakeCompanyData;
import io.agencyos.adapters.out.memory.lead.FakePeopleData;
import io.agencyos.adapters.out.postgres.lead.PostgresEnrichments;
import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
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
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresEnrichmentTest extends EnrichmentContract {

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
    protected LeadFreshness freshness() {
        return new PostgresLeadFreshness();
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
