package io.agencyos.adapters.out.postgres.lead;

import io.agencyos.adapters.out.postgres.outreach.PostgresPhoneWashes;
import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import io.agencyos.application.lead.store.LeadMarks;
import io.agencyos.application.lead.store.LeadMarksContract;
import io.agencyos.application.lead.store.Suppressions;
import io.agencyos.application.outreach.wash.PhoneWashes;
import io.agencyos.application.shared.UnitOfWork;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresLeadMarksTest extends LeadMarksContract {

    @RegisterExtension
    static final FreshDatabase database = new FreshDatabase();

    private final PostgresSuppressions suppressions = new PostgresSuppressions("salt");

    @Override
    protected UnitOfWork units() {
        return database.unitOfWork();
    }

    @Override
    protected Suppressions suppressions() {
        return suppressions;
    }

    @Override
    protected PhoneWashes washes() {
        return new PostgresPhoneWashes();
    }

    @Override
    protected LeadMarks marks() {
        return new PostgresLeadMarks(suppressions);
    }
}
