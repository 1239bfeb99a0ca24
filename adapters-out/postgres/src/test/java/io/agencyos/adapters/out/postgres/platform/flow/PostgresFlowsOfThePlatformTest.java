package io.agencyos.adapters.out.postgres.platform.flow;

import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import io.agencyos.application.platform.flow.FlowStand;
import io.agencyos.application.platform.flow.FlowsOfThePlatformContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresFlowsOfThePlatformTest extends FlowsOfThePlatformContract {

    @RegisterExtension
    static final FreshDatabase database = new FreshDatabase();

    private final FlowStand stand = new FlowsOnPostgres(database);

    @Override
    protected FlowStand stand() {
        return stand;
    }
}
