package io.agencyos.adapters.out.postgres.testing;

import io.agencyos.adapters.out.postgres.kernel.DatabaseAddress;
import io.agencyos.adapters.out.postgres.kernel.DatabaseRole;
import io.agencyos.adapters.out.postgres.kernel.PostgresDatabase;
import io.agencyos.application.shared.UnitOfWork;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A migrated database of its own for a test class:
 *
 * <pre>{@code @RegisterExtension static final FreshDatabase database = new FreshDatabase();}</pre>
 *
 * then {@code database.unitOfWork()} and the repositories under test.
 */
public final class FreshDatabase implements BeforeAllCallback, AfterAllCallback {

    private static final int POOL_SIZE = 8;

    private @Nullable DatabaseAddress address;
    private @Nullable PostgresDatabase database;
    private @Nullable Connection cleaner;

    @Override
    public void beforeAll(ExtensionContext context) {
        DatabaseAddress fresh = TestServer.get().create();
        address = fresh;
        database = PostgresDatabase.open(fresh, POOL_SIZE);
    }

    @Override
    public void afterAll(ExtensionContext context) throws SQLException {
        if (cleaner != null) {
            cleaner.close();
        }
        if (database != null) {
            database.close();
        }
        if (address != null) {
            TestServer.get().drop(address);
        }
    }

    public PostgresDatabase database() {
        if (database == null) {
            throw new IllegalStateException(
                    "only inside a test: the field must be static and carry @RegisterExtension");
        }
        return database;
    }

    public UnitOfWork unitOfWork() {
        return database().unitOfWork();
    }

    public DatabaseAddress address() {
        if (address == null) {
            throw new IllegalStateException("only inside a test");
        }
        return address;
    }

    /** A connection that row-level security does not bind, to lay out and look at what a test needs. */
    public Connection superuser() throws SQLException {
        DatabaseAddress there = address();
        Connection connection = DriverManager.getConnection(
                there.jdbcUrl() + "?currentSchema=app,pool", there.adminUser(), there.adminPassword());
        connection.setAutoCommit(true);
        return connection;
    }

    /** A connection that is logged in as one of the three roles, with no context set. */
    public Connection as(DatabaseRole role) throws SQLException {
        return database().pool(role).getConnection();
    }

    /**
     * Empties every tenant and pool table, for a class whose tests must not see each other's rows. Only those that hold
     * something are touched: to truncate all of them costs most of a second, to look into each of them hardly anything to a
     * connection that knows them all from the last time.
     */
    public void clear() throws SQLException {
        if (cleaner == null) {
            cleaner = superuser();
        }
        try (Statement statement = cleaner.createStatement()) {
            statement.execute("""
                do $$
                declare
                    t regclass;
                    filled boolean;
                begin
                    -- everything goes, so nobody need ask whether a foreign key or a guard of history allows it
                    perform set_config('session_replication_role', 'replica', true);
                    for t in select table_name::regclass from app.security_list()
                             where class <> 'PR' or table_name = 'app.emergency_stop'::regclass loop
                        execute format('select exists (select from %s)', t) into filled;
                        if filled then
                            execute format('delete from %s', t);
                        end if;
                    end loop;
                end $$
                """);
        }
    }
}
