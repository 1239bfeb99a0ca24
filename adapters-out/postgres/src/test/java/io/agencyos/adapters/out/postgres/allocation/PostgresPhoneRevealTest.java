package io.agencyos.adapters.out.postgres.allocation;

import io.agencyos.adapters.out.memory.lead.FakeCompanyData;
import io.agencyos.adapters.out.memory.lead.FakePeopleData;
import io.agencyos.adapters.out.postgres.lead.PostgresEnrichments;
import io.agencyos.adapters.out.postgres.lead.PostgresPhoneLookups;
import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import io.agencyos.application.allocation.AllocationScenario;
import io.agencyos.application.allocation.PhoneRevealContract;
import io.agencyos.application.lead.enrichment.Enrichments;
import io.agencyos.application.lead.enrichment.LeadFreshness;
import io.agencyos.application.lead.enrichment.PhoneLookups;
import io.agencyos.application.lead.source.PeopleSources;
import io.agencyos.application.lead.source.PersonProfile;
import io.agencyos.application.lead.source.PhoneReveal;
import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.PhoneNumber;
import io.agencyos.domain.shared.VendorFailure;
import java.net.URI;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresPhoneRevealTest extends PhoneRevealContract {

    @RegisterExtension
    static final FreshDatabase database = new FreshDatabase();

    private final FakeCompanyData numbers = new FakeCompanyData(1_000);
    private final FakePeopleData vendor = new FakePeopleData(1_000);

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
        return new PeopleSources.Source("fake", vendor, vendor, vendor);
    }

    @Override
    protected void offer(PersonProfile person) {
        vendor.add(person);
    }

    @Override
    protected long vendorCredits() {
        return vendor.remaining(new ClientId(UUID.randomUUID())).orElseThrow().left();
    }

    @Override
    protected void breakDown() {
        vendor.breakDown();
    }

    @Override
    protected PhoneLookups lookups() {
        return new PostgresPhoneLookups();
    }

    @Override
    protected PhoneReveal phones() {
        return numbers;
    }

    @Override
    protected void number(String address, PhoneNumber number) {
        numbers.add(address, number);
    }

    @Override
    protected void answer() {
        numbers.answerAll();
    }

    @Override
    protected void loseReceipt() {
        numbers.loseReceipt();
    }

    @Override
    protected void refuse(VendorFailure failure) {
        numbers.refuse(failure);
    }

    @Override
    protected List<URI> heard() {
        return numbers.heard();
    }
}
