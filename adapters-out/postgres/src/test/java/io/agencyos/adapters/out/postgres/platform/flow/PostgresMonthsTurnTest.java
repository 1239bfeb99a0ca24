package io.agencyos.adapters.out.postgres.platform.flow;

import io.agencyos.adapters.out.postgres.allocation.PostgresAllocation;
import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import io.agencyos.application.allocation.AllocationScenario;
import io.agencyos.application.allocation.MonthsTurnStories;
import io.agencyos.application.platform.flow.FlowStand;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresMonthsTurnTest extends MonthsTurnStories {

    @RegisterExtension
    static final FreshDatabase database = new FreshDatabase();

    private final FlowStand stand = new FlowsOnPostgres(database);

    @Override
    protected AllocationScenario.Stores stores(AtomicReference<Instant> now) {
        return PostgresAllocation.stores(database.unitOfWork(), now);
    }

    @Override
    protected FlowStand stand() {
        return stand;
    }
}
