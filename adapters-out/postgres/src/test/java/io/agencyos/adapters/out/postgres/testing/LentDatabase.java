package io.agencyos.adapters.out.postgres.testing;

import io.agencyos.adapters.out.postgres.kernel.DatabaseAddress;
import io.agencyos.adapters.out.postgres.kernel.PostgresDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.jspecify.annotations.Nullable;

/**
 * A migrated database with its pools, which one test class has for itself and then the next. To copy one and to warm up its
 * connections takes longer than most classes run; a copy that was changed in more than its rows is not lent again.
 */
final class LentDatabase implements AutoCloseable {

    private static final int POOL_SIZE = 8;
    private static final Deque<LentDatabase> FREE = new ConcurrentLinkedDeque<>();
    private static @Nullable Baseline baseline;

    private final DatabaseAddress address;
    private final PostgresDatabase database;
    private final Connection keeper;

    private LentDatabase(DatabaseAddress address) throws SQLException {
        this.address = address;
        keeper = superuser(address);
        database = PostgresDatabase.open(address, POOL_SIZE);
    }

    /** One that nobody else uses, as the migrations leave it. */
    static LentDatabase borrow() throws SQLException {
        LentDatabase used = FREE.pollFirst();
        return used == null ? of(TestServer.get().createPlannedOnce()) : used;
    }

    /** One that nobody used before. */
    static LentDatabase made() throws SQLException {
        return of(TestServer.get().create());
    }

    private static LentDatabase of(DatabaseAddress address) throws SQLException {
        LentDatabase fresh = new LentDatabase(address);
        baseline(fresh.keeper);
        return fresh;
    }

    private static synchronized Baseline baseline(Connection untouched) throws SQLException {
        Baseline known = baseline;
        if (known == null) {
            known = Baseline.of(untouched);
            baseline = known;
        }
        return known;
    }

    /** For the next class, where it can be made what it was; else it goes. */
    void giveBack() throws SQLException {
        boolean restored;
        try {
            restored = baseline(keeper).restore(keeper);
        } catch (SQLException spoilt) {
            restored = false;
        }
        if (restored) {
            FREE.addFirst(this);
        } else {
            close();
        }
    }

    DatabaseAddress address() {
        return address;
    }

    PostgresDatabase database() {
        return database;
    }

    /** A connection of the administrator's that stays open and knows the tables. */
    Connection keeper() {
        return keeper;
    }

    static Connection superuser(DatabaseAddress there) throws SQLException {
        Connection connection = DriverManager.getConnection(
                there.jdbcUrl() + (there.jdbcUrl().contains("?") ? "&" : "?") + "currentSchema=app,pool",
                there.adminUser(),
                there.adminPassword());
        connection.setAutoCommit(true);
        return connection;
    }

    @Override
    public void close() throws SQLException {
        keeper.close();
        database.close();
        TestServer.get().drop(address);
    }
}
