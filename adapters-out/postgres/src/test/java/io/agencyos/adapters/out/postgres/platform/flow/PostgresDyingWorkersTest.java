package io.agencyos.adapters.out.postgres.platform.flow;

import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import io.agencyos.application.platform.flow.DyingWorkersContract;
import io.agencyos.application.platform.flow.FlowStand;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresDyingWorkersTest extends DyingWorkersContract {

    @RegisterExtension
    static final FreshDatabase database = new FreshDatabase();

    private final FlowStand stand = new FlowsOnPostgres(database);

    @Override
    protected FlowStand stand() {
        return stand;
    }
}
