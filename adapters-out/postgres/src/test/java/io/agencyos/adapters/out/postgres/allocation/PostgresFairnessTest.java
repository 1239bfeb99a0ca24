package io.agencyos.adapters.out.postgres.allocation;

import io.agencyos.adapters.out.postgres.platform.PostgresAlerts;
import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import io.agencyos.application.allocation.AllocationScenario;
import io.agencyos.application.allocation.FairnessContract;
import io.agencyos.application.allocation.store.ReceivedLeads;
import io.agencyos.application.platform.Alerts;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresFairnessTest extends FairnessContract {

    @RegisterExtension
    static final FreshDatabase database = new FreshDatabase();

    @Override
    protected AllocationScenario.Stores stores(AtomicReference<Instant> now) throws SQLException {
        database.clear();
        return PostgresAllocation.stores(database.unitOfWork(), now);
    }

    @Override
    protected ReceivedLeads received(AllocationScenario.Stores stores) {
        return new PostgresReceivedLeads();
    }

    @Override
    protected Alerts alerts(AllocationScenario.Stores stores) {
        return new PostgresAlerts(UUID::randomUUID);
    }
}
