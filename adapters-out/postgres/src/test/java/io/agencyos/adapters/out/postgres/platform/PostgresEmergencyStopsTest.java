package io.agencyos.adapters.out.postgres.platform;

import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import io.agencyos.application.platform.Audit;
import io.agencyos.application.platform.EmergencyStops;
import io.agencyos.application.platform.EmergencyStopsContract;
import io.agencyos.application.shared.UnitOfWork;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresEmergencyStopsTest extends EmergencyStopsContract {

    @RegisterExtension
    static final FreshDatabase database = new FreshDatabase();

    @BeforeEach
    void clear() throws SQLException {
        database.clear();
    }

    @Override
    protected UnitOfWork units() {
        return database.unitOfWork();
    }

    @Override
    protected EmergencyStops stops() {
        return new PostgresEmergencyStops();
    }

    @Override
    protected Audit audit() {
        return new PostgresAudit();
    }
}
