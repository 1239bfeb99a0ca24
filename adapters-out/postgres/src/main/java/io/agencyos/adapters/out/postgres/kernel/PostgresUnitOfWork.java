package io.agencyos.adapters.out.postgres.kernel;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.client.Role;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jdbi.v3.core.ConnectionException;
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
    private static final String SET_CONTEXT = """
        select set_config('app.client_id', ?, true), set_config('app.user_id', ?, true),
            set_config('app.member_role', ?, true)
        """;

    private final Map<DatabaseRole, Jdbi> jdbi = new EnumMap<>(DatabaseRole.class);

    PostgresUnitOfWork(DatabasePools pools) {
        for (DatabaseRole role : DatabaseRole.values()) {
            DataSource pool = pools.of(role);
            jdbi.put(role, JdbiSetup.on(pool));
        }
    }

    @Override
    public <T> T inTenant(TenantScope scope, Supplier<T> work) {
        if (scope.role() == Role.PLATFORM_ADMIN) {
            throw new IllegalArgumentException(
                    "platform staff act on the platform or as a member of support, not in a tenant");
        }
        return run(scope.role() == Role.WORKER ? DatabaseRole.WORKER : DatabaseRole.APP, scope, work);
    }

    @Override
    public <T> T onPlatform(Supplier<T> work) {
        return run(DatabaseRole.PLATFORM, null, work);
    }

    private <T> T run(DatabaseRole role, @Nullable TenantScope scope, Supplier<T> work) {
        if (CURRENT.isBound()) {
            throw new IllegalStateException("a unit of work is already open on this thread; units do not nest");
        }
        for (int attempt = 1; ; attempt++) {
            try {
                return once(role, scope, work);
            } catch (RuntimeException failure) {
                if (attempt == ATTEMPTS || !SqlErrors.mayRunAgain(failure)) {
                    throw failure;
                }
            }
        }
    }

    private <T> T once(DatabaseRole role, @Nullable TenantScope scope, Supplier<T> work) {
        Jdbi database = jdbi.get(role);
        if (database == null) {
            throw new IllegalStateException("no pool for " + role);
        }
        try (Handle handle = database.open()) {
            handle.begin();
            OpenUnit unit = new OpenUnit(handle, scope);
            try {
                if (scope != null) {
                    setContext(handle, scope);
                }
                T result = ScopedValue.where(CURRENT, unit).call(work::get);
                unit.settle();
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

    /** One round trip, and the BEGIN travels with it. Plain JDBC, because every unit of work in the house pays for it. */
    private static void setContext(Handle handle, TenantScope scope) {
        try (PreparedStatement statement = handle.getConnection().prepareStatement(SET_CONTEXT)) {
            statement.setString(1, scope.clientId().text());
            statement.setString(2, scope.userId() == null ? "" : scope.userId().text());
            statement.setString(3, scope.role().wire());
            statement.execute();
        } catch (SQLException failure) {
            throw new ConnectionException(failure);
        }
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
