package io.agencyos.adapters.out.postgres.platform.flow;

import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import io.agencyos.application.platform.flow.FlowPlatformContract;
import io.agencyos.application.platform.flow.FlowStand;
import io.agencyos.application.platform.flow.store.Partitions;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresFlowPlatformTest extends FlowPlatformContract {

    @RegisterExtension
    static final FreshDatabase database = new FreshDatabase();

    private final FlowStand stand = new FlowsOnPostgres(database);

    @Override
    protected FlowStand stand() {
        return stand;
    }

    @Override
    protected Partitions partitions() {
        return new PostgresPartitions();
    }
}
