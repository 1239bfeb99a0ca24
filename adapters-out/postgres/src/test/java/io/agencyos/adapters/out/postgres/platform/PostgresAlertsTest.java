package io.agencyos.adapters.out.postgres.platform;

import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import io.agencyos.application.platform.Alerts;
import io.agencyos.application.platform.AlertsContract;
import io.agencyos.application.shared.UnitOfWork;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresAlertsTest extends AlertsContract {

    @RegisterExtension
    static final FreshDatabase database = new FreshDatabase();

    @BeforeEach
    void forget() throws SQLException {
        database.clear();
    }

    @Override
    protected UnitOfWork units() {
        return database.unitOfWork();
    }

    @Override
    protected Alerts alerts() {
        return new PostgresAlerts(UUID::randomUUID);
    }
}
