package io.agencyos.adapters.out.postgres.platform;

import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import io.agencyos.application.platform.Alerts;
import io.agencyos.application.platform.vendor.ContractDriftStories;
import io.agencyos.application.platform.vendor.ContractDrifts;
import io.agencyos.application.shared.UnitOfWork;
import java.util.UUID;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresContractDriftStoriesTest extends ContractDriftStories {

    @RegisterExtension
    static final FreshDatabase database = new FreshDatabase();

    @Override
    protected UnitOfWork units() {
        return database.unitOfWork();
    }

    @Override
    protected ContractDrifts drifts() {
        return new PostgresContractDrifts();
    }

    @Override
    protected Alerts alerts() {
        return new PostgresAlerts(UUID::randomUUID);
    }
}
