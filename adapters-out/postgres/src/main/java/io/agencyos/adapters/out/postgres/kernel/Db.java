package io.agencyos.adapters.out.postgres.kernel;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.shared.Vocabulary;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.EntityId;
import java.util.Collection;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/**
 * The unit of work that is open on this thread, for repositories. Every method refuses to work without one. SQL stays
 * SQL: unqualified names are found in the schemas app and pool.
 */
public final class Db {

    private Db() {}

    /** The connection of the open unit. */
    public static Handle handle() {
        return unit().handle();
    }

    /** The open unit's scope; refuses on the platform. */
    public static TenantScope scope() {
        TenantScope scope = unit().scope();
        if (scope == null) {
            throw new IllegalStateException("this needs a tenant's unit of work; the open one is the platform's");
        }
        return scope;
    }

    /** The open unit's scope, null on the platform. */
    static @Nullable TenantScope scopeOrPlatform() {
        return unit().scope();
    }

    /** The tenant of the open unit; refuses on the platform. */
    public static ClientId client() {
        return scope().clientId();
    }

    /** A query with named parameters. */
    public static Query query(String sql) {
        return unit().query(sql);
    }

    /** A statement with named parameters that changes rows. */
    public static Update update(String sql) {
        return unit().update(sql);
    }

    /**
     * A statement that stamps the rows it changes with {@code :moment}: when the open unit began, by the product's clock.
     * Source: api 1.4.
     */
    public static Update stamping(String sql) {
        return unit().update(sql).bind("moment", unit().moment());
    }

    /**
     * Hands a write over: it is performed after those handed over before and before anything else that this unit asks
     * the database, while the caller prepares what comes next. A failure shows at the next question or at the commit. For
     * writes whose outcome nobody asks for.
     */
    public static void later(Runnable write) {
        unit().later(write);
    }

    /** One statement for many rows. */
    public static PreparedBatch batch(String sql) {
        return handle().prepareBatch(sql);
    }

    /** Ids as a value for {@code = any (:ids)}. */
    public static UUID[] uuids(Collection<? extends EntityId> ids) {
        return ids.stream().map(EntityId::value).toArray(UUID[]::new);
    }

    /** Ids for {@code unnest(:ids)}: each once and in their order, so that nobody is answered twice. */
    public static UUID[] each(Collection<? extends EntityId> ids) {
        return ids.stream().map(EntityId::value).distinct().sorted().toArray(UUID[]::new);
    }

    /** Wire names as a value for {@code = any (:words)} or a text array. */
    public static String[] wires(Collection<? extends Vocabulary> words) {
        return words.stream().map(Vocabulary::wire).toArray(String[]::new);
    }

    /** Whether rows of this shape were copied in this unit before; from now on they were. */
    static boolean stagedBefore(String shape) {
        return !unit().staged().add(shape);
    }

    /** Whether this thread is inside a unit of work. */
    public static boolean isOpen() {
        return PostgresUnitOfWork.CURRENT.isBound();
    }

    private static OpenUnit unit() {
        if (!PostgresUnitOfWork.CURRENT.isBound()) {
            throw new IllegalStateException("no unit of work is open on this thread");
        }
        return PostgresUnitOfWork.CURRENT.get();
    }
}
