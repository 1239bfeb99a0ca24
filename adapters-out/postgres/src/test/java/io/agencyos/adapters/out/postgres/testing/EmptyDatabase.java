package io.agencyos.adapters.out.postgres.testing;

import io.agencyos.adapters.out.postgres.kernel.DatabaseAddress;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A database without any schema for each test, to migrate it. Everything else wants {@link FreshDatabase}. */
public final class EmptyDatabase implements BeforeEachCallback, AfterEachCallback {

    private @Nullable DatabaseAddress address;

    @Override
    public void beforeEach(ExtensionContext context) {
        address = TestServer.get().createEmpty();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        TestServer.get().drop(address());
    }

    public DatabaseAddress address() {
        if (address == null) {
            throw new IllegalStateException("only inside a test");
        }
        return address;
    }

    public Connection superuser() throws SQLException {
        return DriverManager.getConnection(
                address().jdbcUrl(), address().adminUser(), address().adminPassword());
    }
}
