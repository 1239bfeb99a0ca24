package io.agencyos.adapters.out.postgres.lead;

import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import io.agencyos.application.lead.PrivacyRequestsContract;
import io.agencyos.application.lead.privacy.PrivacyRequests;
import io.agencyos.application.shared.UnitOfWork;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresPrivacyRequestsTest extends PrivacyRequestsContract {

    @RegisterExtension
    static final FreshDatabase database = new FreshDatabase();

    @Override
    protected UnitOfWork units() {
        return database.unitOfWork();
    }

    @Override
    protected PrivacyRequests requests() {
        return new PostgresPrivacyRequests();
    }
}
