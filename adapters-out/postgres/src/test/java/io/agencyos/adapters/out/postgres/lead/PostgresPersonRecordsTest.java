package io.agencyos.adapters.out.postgres.lead;

import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import io.agencyos.application.lead.Leads;
import io.agencyos.application.lead.PersonRecordsContract;
import io.agencyos.application.lead.privacy.PersonRecords;
import io.agencyos.application.shared.UnitOfWork;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The kit; that every table is looked into is shown by {@code PersonErasureTest}. */
class PostgresPersonRecordsTest extends PersonRecordsContract {

    @RegisterExtension
    static final FreshDatabase database = new FreshDatabase();

    @Override
    protected PersonRecords records() {
        return new PostgresPersonRecords();
    }

    @Override
    protected UnitOfWork units() {
        return database.unitOfWork();
    }

    @Override
    protected Leads leads() {
        return new PostgresLeads();
    }
}
