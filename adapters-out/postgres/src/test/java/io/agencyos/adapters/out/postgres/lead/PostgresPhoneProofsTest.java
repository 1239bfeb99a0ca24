package io.agencyos.adapters.out.postgres.lead;

import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import io.agencyos.application.lead.enrichment.PhoneProofs;
import io.agencyos.application.lead.enrichment.PhoneProofsContract;
import io.agencyos.application.lead.store.Leads;
import io.agencyos.application.shared.UnitOfWork;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresPhoneProofsTest extends PhoneProofsContract {

    @RegisterExtension
    static final FreshDatabase database = new FreshDatabase();

    @Override
    protected UnitOfWork units() {
        return database.unitOfWork();
    }

    @Override
    protected Leads leads() {
        return new PostgresLeads();
    }

    @Override
    protected PhoneProofs proofs() {
        return new PostgresPhoneProofs();
    }
}
