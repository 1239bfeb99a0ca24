package io.agencyos.adapters.out.postgres.platform.flow;

import io.agencyos.adapters.out.postgres.platform.PostgresAlerts;
import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import io.agencyos.application.platform.Alerts;
import io.agencyos.application.platform.flow.FlowStand;
import io.agencyos.application.platform.flow.WatchFlowsContract;
import io.agencyos.application.platform.flow.run.RunFigures;
import java.util.UUID;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresWatchFlowsTest extends WatchFlowsContract {

    @RegisterExtension
    static final FreshDatabase database = new FreshDatabase();

    private final FlowStand stand = new FlowsOnPostgres(database);

    @Override
    protected FlowStand stand() {
        return stand;
    }

    @Override
    protected RunFigures figures() {
        return new PostgresRunFigures();
    }

    @Override
    protected Alerts alerts() {
        return new PostgresAlerts(UUID::randomUUID);
    }
}
