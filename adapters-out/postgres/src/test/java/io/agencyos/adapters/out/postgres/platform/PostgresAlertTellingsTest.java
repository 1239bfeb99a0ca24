package io.agencyos.adapters.out.postgres.platform;

import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import io.agencyos.application.client.AlertTellingsContract;
import io.agencyos.application.platform.AlertBook;
import io.agencyos.application.platform.AlertTellings;
import io.agencyos.application.platform.Alerts;
import io.agencyos.application.shared.UnitOfWork;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresAlertTellingsTest extends AlertTellingsContract {

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

    @Override
    protected AlertBook book() {
        return new PostgresAlerts(UUID::randomUUID);
    }

    @Override
    protected AlertTellings tellings() {
        return new PostgresAlertTellings();
    }
}
