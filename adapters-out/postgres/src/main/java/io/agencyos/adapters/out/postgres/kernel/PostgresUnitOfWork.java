package io.agencyos.adapters.out.postgres.kernel;

import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.StorageUnavailable;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.client.identity.Role;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * One transaction on a connection of the scope's role, with the tenant set for exactly that transaction. Repositories
 * reach it through {@link Db}. Source: data model 2.
 */
public final class PostgresUnitOfWork implements UnitOfWork {

    static final ScopedValue<OpenUnit> CURRENT = ScopedValue.newInstance();

    private static final int ATTEMPTS = 3;
    private static final Duration LONGEST_WITH_LEADS = Duration.ofSeconds(60);

    private final Map<DatabaseRole, Jdbi> jdbi = new EnumMap<>(DatabaseRole.class);
    private final Duration longestWithLeads;
    private final ClockPort clock;

    PostgresUnitOfWork(DatabasePools pools, ClockPort clock) {
        this(pools::of, LONGEST_WITH_LEADS, clock);
    }

    /**
     * @param longestWithLeads that a unit may last which writes leads
     * @param clock tells when a unit began, which is what its rows are stamped with
     */
    PostgresUnitOfWork(Function<DatabaseRole, DataSource> pools, Duration longestWithLeads, ClockPort clock) {
        this.longestWithLeads = longestWithLeads;
        this.clock = clock;
        for (DatabaseRole role : DatabaseRole.values()) {
            DataSource pool = pools.apply(role);
            jdbi.put(role, JdbiSetup.on(pool));
        }
    }

    @Override
    public <T> T inTenant(TenantScope scope, Supplier<T> work) {
        return run(() -> once(roleOf(scope), scope, OpenUnit::begin, work));
    }

    @Override
    public <T> T inSnapshot(TenantScope scope, Supplier<T> work) {
        return run(() -> once(roleOf(scope), scope, OpenUnit::beginSnapshot, work));
    }

    @Override
    public <T> T onPlatform(Supplier<T> work) {
        return run(() -> once(DatabaseRole.PLATFORM, null, OpenUnit::begin, work));
    }

    @Override
    public <T> T reading(TenantScope scope, Supplier<T> work) {
        return run(() -> asked(roleOf(scope), scope, work));
    }

    @Override
    public <T> T readingPlatform(Supplier<T> work) {
        return run(() -> asked(DatabaseRole.PLATFORM, null, work));
    }

    private static DatabaseRole roleOf(TenantScope scope) {
        if (scope.role() == Role.PLATFORM_ADMIN) {
            throw new IllegalArgumentException(
                    "platform staff act on the platform or as a member of support, not in a tenant");
        }
        return scope.role() == Role.WORKER ? DatabaseRole.WORKER : DatabaseRole.APP;
    }

    private <T> T run(Supplier<T> unit) {
        if (CURRENT.isBound()) {
            throw new IllegalStateException("a unit of work is already open on this thread; units do not nest");
        }
        for (int attempt = 1; ; attempt++) {
            try {
                return unit.get();
            } catch (RuntimeException failure) {
                if (attempt == ATTEMPTS || !SqlErrors.mayRunAgain(failure)) {
                    throw failure;
                }
            }
        }
    }

    private <T> T once(DatabaseRole role, @Nullable TenantScope scope, Consumer<OpenUnit> beginning, Supplier<T> work) {
        try (Handle handle = open(role)) {
            OpenUnit unit = new OpenUnit(handle, scope, clock.now());
            long began = System.nanoTime();
            try {
                beginning.accept(unit);
                T result = ScopedValue.where(CURRENT, unit).call(work::get);
                unit.settle();
                requireShort(handle, began);
                handle.commit();
                return result;
            } catch (RuntimeException | Error failure) {
                unit.abandon();
                throw afterRollback(handle, failure);
            }
        } catch (RuntimeException failure) {
            throw SqlErrors.translate("The database refused", failure);
        }
    }

    /**
     * Whoever reads changed leads begins two minutes before the last change that he saw, which is stamped with the beginning of
     * its transaction; one that commits after a minute could be missed by him for good. The lock on the table that writing
     * takes is asked for, which ends with the transaction: what the server counts goes on over transactions of a connection.
     * Source: api 1.4.
     */
    private void requireShort(Handle handle, long began) {
        if (System.nanoTime() - began <= longestWithLeads.toNanos()) {
            return;
        }
        boolean wroteLeads = handle.createQuery("""
            select exists (
                select from pg_locks
                 where pid = pg_backend_pid() and locktype = 'relation' and relation = 'app.lead'::regclass
                   and mode = 'RowExclusiveLock')
            """).mapTo(Boolean.class).one();
        if (wroteLeads) {
            throw new StorageUnavailable("a unit of work that wrote leads took too long and was taken back");
        }
    }

    /** Questions, each of them a transaction of the server's own as long as none needs the connection itself. */
    private <T> T asked(DatabaseRole role, @Nullable TenantScope scope, Supplier<T> work) {
        try (Handle handle = open(role)) {
            OpenUnit unit = OpenUnit.reading(handle, scope);
            try {
                T result = ScopedValue.where(CURRENT, unit).call(work::get);
                unit.abandon();
                rollBackWhatBegan(handle);
                return result;
            } catch (RuntimeException | Error failure) {
                unit.abandon();
                try {
                    rollBackWhatBegan(handle);
                } catch (RuntimeException alsoBroken) {
                    failure.addSuppressed(alsoBroken);
                }
                throw failure;
            }
        } catch (RuntimeException failure) {
            if (SqlErrors.isRefusedWrite(failure)) {
                throw new IllegalStateException("a reading unit of work changes nothing", failure);
            }
            throw SqlErrors.translate("The database refused", failure);
        }
    }

    private static void rollBackWhatBegan(Handle handle) {
        if (handle.isInTransaction()) {
            handle.rollback();
        }
    }

    private Handle open(DatabaseRole role) {
        Jdbi database = jdbi.get(role);
        if (database == null) {
            throw new IllegalStateException("no pool for " + role);
        }
        return database.open();
    }

    private static RuntimeException afterRollback(Handle handle, Throwable failure) {
        try {
            handle.rollback();
        } catch (RuntimeException alsoBroken) {
            failure.addSuppressed(alsoBroken);
        }
        if (failure instanceof Error error) {
            throw error;
        }
        SQLException sql = SqlErrors.find(failure).orElse(null);
        if (sql != null && SqlErrors.UNIQUE_VIOLATION.equals(sql.getSQLState())) {
            return ConstraintNames.violation(handle, sql, failure);
        }
        return (RuntimeException) failure;
    }
}
