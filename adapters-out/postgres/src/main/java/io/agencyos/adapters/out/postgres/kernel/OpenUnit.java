package io.agencyos.adapters.out.postgres.kernel;

import io.agencyos.application.shared.TenantScope;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/**
 * An open unit of work: its connection, its scope, and the writes that were handed over and may still be under way. The
 * connection belongs to one thread at a time: to the writes while there are any, else to whoever opened the unit.
 */
final class OpenUnit {

    private final Handle handle;
    private final @Nullable TenantScope scope;
    private final Instant moment;
    private final boolean reads;
    private final boolean forWrites;
    private final Set<String> staged;
    private @Nullable CompletableFuture<Void> writes;
    /** What the server has not been told yet of a transaction that has begun; the first statement takes it along. */
    private @Nullable Glance untold;

    /** @param moment when the unit began */
    OpenUnit(Handle handle, @Nullable TenantScope scope, Instant moment) {
        this(handle, scope, moment, false, false, ConcurrentHashMap.newKeySet());
    }

    /** A unit that asks and changes nothing; it begins no transaction as long as {@link #query} is enough. */
    static OpenUnit reading(Handle handle, @Nullable TenantScope scope) {
        return new OpenUnit(handle, scope, Instant.MIN, true, false, Set.of());
    }

    private OpenUnit(
            Handle handle,
            @Nullable TenantScope scope,
            Instant moment,
            boolean reads,
            boolean forWrites,
            Set<String> staged) {
        this.handle = handle;
        this.scope = scope;
        this.moment = moment;
        this.reads = reads;
        this.forWrites = forWrites;
        this.staged = staged;
    }

    /** The connection, once every write that was handed over is done; fails as the first of them failed. */
    Handle handle() {
        settle();
        if (reads && !handle.isInTransaction()) {
            handle.begin();
            introduce(true);
        }
        tell();
        return handle;
    }

    /** A question, once every write that was handed over is done. */
    Query query(String sql) {
        if (reads && !handle.isInTransaction()) {
            return new Glance(scope, true).before(handle, sql);
        }
        Glance first = untold;
        return first == null ? handle().createQuery(sql) : first.before(handle, sql, () -> untold = null);
    }

    /** A change of rows, once every write that was handed over is done. */
    Update update(String sql) {
        Glance first = untold;
        return first == null ? handle().createUpdate(sql) : first.beforeChange(handle, sql, () -> untold = null);
    }

    /**
     * Begins the transaction with the unit's tenant set for exactly that transaction. Of a worker the server hears with the
     * first statement, in the same trip; whether a person's sign-in still stands is asked before anything else is done.
     */
    void begin() {
        handle.begin();
        introduce(false);
    }

    /** The same, with every question answered as of the first, and nothing written. */
    void beginSnapshot() {
        handle.begin();
        handle.execute("set transaction isolation level repeatable read, read only");
        introduce(false);
    }

    private void introduce(boolean onlyReads) {
        if (scope == null && !onlyReads) {
            return;
        }
        untold = new Glance(scope, onlyReads);
        if (untold.asksForPerson()) {
            tell();
        }
    }

    /** Tells the server what it was not told yet. Until then it shows no tenant's rows. */
    private void tell() {
        Glance first = untold;
        if (first != null) {
            first.at(handle);
            untold = null;
        }
    }

    @Nullable
    TenantScope scope() {
        return scope;
    }

    /** When the unit began, by the product's clock; of one that only asks, never asked for. */
    Instant moment() {
        return moment;
    }

    /** The shapes of rows that lie in tables of the session, for whoever holds the connection. */
    Set<String> staged() {
        return staged;
    }

    /** Performs a write after those that were handed over before, while the caller goes on. */
    void later(Runnable write) {
        if (forWrites) {
            write.run();
            return;
        }
        if (writes == null) {
            tell();
        }
        Runnable bound = () -> ScopedValue.where(
                        PostgresUnitOfWork.CURRENT, new OpenUnit(handle, scope, moment, false, true, staged))
                .run(write);
        writes = writes == null
                ? CompletableFuture.runAsync(bound, OpenUnit::start)
                : writes.thenRunAsync(bound, OpenUnit::start);
    }

    /** Waits for the writes that were handed over; none of them is lost silently. */
    void settle() {
        CompletableFuture<Void> pending = writes;
        if (pending == null) {
            return;
        }
        try {
            pending.join();
            writes = null;
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (failed.getCause() instanceof Error error) {
                throw error;
            }
            throw failed;
        }
    }

    /** Waits until nobody uses the connection any more, whatever became of the writes; for the rollback. */
    void abandon() {
        if (writes != null) {
            writes.exceptionally(alreadyFailed -> null).join();
        }
    }

    private static void start(Runnable task) {
        Thread.ofVirtual().name("write-behind").start(task);
    }
}
