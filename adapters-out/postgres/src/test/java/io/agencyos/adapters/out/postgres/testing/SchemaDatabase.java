package io.agencyos.adapters.out.postgres.testing;

import io.agencyos.adapters.out.postgres.kernel.DatabaseAddress;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A database of its own for each test, to migrate it or to spoil its schema. Everything else wants {@link FreshDatabase}.
 */
public final class SchemaDatabase implements BeforeEachCallback, AfterEachCallback {

    private final Supplier<DatabaseAddress> source;
    private @Nullable DatabaseAddress address;

    private SchemaDatabase(Supplier<DatabaseAddress> source) {
        this.source = source;
    }

    /** Without any schema. */
    public static SchemaDatabase empty() {
        return new SchemaDatabase(() -> TestServer.get().createEmpty());
    }

    /** With the schema that the migrations made once for the whole run. */
    public static SchemaDatabase migrated() {
        return new SchemaDatabase(() -> TestServer.get().create());
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        address = source.get();
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
