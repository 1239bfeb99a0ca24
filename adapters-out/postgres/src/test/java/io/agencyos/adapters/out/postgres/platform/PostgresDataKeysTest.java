package io.agencyos.adapters.out.postgres.platform;

import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import io.agencyos.application.platform.secret.DataKeys;
import io.agencyos.application.platform.secret.DataKeysContract;
import io.agencyos.application.shared.UnitOfWork;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresDataKeysTest extends DataKeysContract {

    @RegisterExtension
    static final FreshDatabase database = new FreshDatabase();

    @BeforeEach
    void empty() throws SQLException {
        database.clear();
    }

    @Override
    protected DataKeys keys() {
        return new PostgresDataKeys(database.database().besideUnits());
    }

    @Override
    protected UnitOfWork units() {
        return database.unitOfWork();
    }
}
