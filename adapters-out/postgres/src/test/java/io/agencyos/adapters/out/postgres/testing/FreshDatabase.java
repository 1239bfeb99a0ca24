package io.agencyos.adapters.out.postgres.testing;

import io.agencyos.adapters.out.postgres.kernel.DatabaseAddress;
import io.agencyos.adapters.out.postgres.kernel.DatabaseRole;
import io.agencyos.adapters.out.postgres.kernel.PostgresDatabase;
import io.agencyos.application.shared.UnitOfWork;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A migrated database for a test class alone:
 *
 * <pre>{@code @RegisterExtension static final FreshDatabase database = new FreshDatabase();}</pre>
 *
 * then {@code database.unitOfWork()} and the repositories under test. Another class may have had it before, of which no row
 * is left.
 */
public final class FreshDatabase implements BeforeAllCallback, AfterAllCallback {

    private final boolean unused;
    private boolean keep = true;
    private @Nullable LentDatabase lent;

    public FreshDatabase() {
        this(false);
    }

    private FreshDatabase(boolean unused) {
        this.unused = unused;
    }

    /** One that nobody had before and nobody gets afterwards, for tests of plans, sizes and times. */
    public static FreshDatabase neverUsed() {
        return new FreshDatabase(true);
    }

    @Override
    public void beforeAll(ExtensionContext context) throws SQLException {
        lent = unused ? LentDatabase.made() : LentDatabase.borrow();
    }

    @Override
    public void afterAll(ExtensionContext context) throws SQLException {
        if (lent != null) {
            if (keep && !unused) {
                lent.giveBack();
            } else {
                lent.close();
            }
        }
        lent = null;
    }

    private LentDatabase lent() {
        if (lent == null) {
            throw new IllegalStateException(
                    "only inside a test: the field must be static and carry @RegisterExtension");
        }
        return lent;
    }

    public PostgresDatabase database() {
        return lent().database();
    }

    public UnitOfWork unitOfWork() {
        return database().unitOfWork();
    }

    public DatabaseAddress address() {
        return lent().address();
    }

    /** A connection that row-level security does not bind, to lay out and look at what a test needs. */
    public Connection superuser() throws SQLException {
        return LentDatabase.superuser(address());
    }

    /** One statement by the administrator, on a connection that stays open: to open one costs more than most of them. */
    public void execute(String sql, @Nullable Object... values) {
        try (PreparedStatement statement = lent().keeper().prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /**
     * A connection that is logged in as one of the three roles, with no context set. What is set on it stays, so nobody else gets
     * this database afterwards.
     */
    public Connection as(DatabaseRole role) throws SQLException {
        keep = false;
        return database().pool(role).getConnection();
    }

    /**
     * Empties every tenant and pool table, for a class whose tests must not see each other's rows. Only those that hold
     * something are touched, partition by partition: to truncate all of them costs most of a second, to ask each of them a tenth
     * of that, to ask their files for their sizes hardly anything.
     */
    public void clear() throws SQLException {
        try (Statement statement = lent().keeper().createStatement()) {
            statement.execute("""
                do $$
                declare
                    t regclass;
                    filled boolean;
                begin
                    -- everything goes, so nobody need ask whether a foreign key or a guard of history allows it
                    perform set_config('session_replication_role', 'replica', true);
                    for t in select c.oid::regclass from pg_class c
                               join app.security_list() l
                                 on l.table_name = case when c.relispartition then pg_partition_root(c.oid) else c.oid end
                              where c.relkind = 'r' and pg_relation_size(c.oid) > 0
                                and (l.class <> 'PR' or l.table_name = 'app.emergency_stop'::regclass) loop
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
