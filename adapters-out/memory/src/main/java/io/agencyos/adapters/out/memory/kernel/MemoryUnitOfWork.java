package io.agencyos.adapters.out.memory.kernel;

import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.ScopeViolation;
import io.agencyos.application.shared.Stamp;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.EntityId;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Units of work over {@link MemoryTable}s: one at a time, all or nothing. Serial execution is stricter than READ
 * COMMITTED, so what holds here is necessary in PostgreSQL, not sufficient; races are tested there.
 */
public final class MemoryUnitOfWork implements UnitOfWork {

    private static final ScopedValue<Unit> OPEN = ScopedValue.newInstance();

    private final ReentrantLock turn = new ReentrantLock();
    private final Map<String, Long> changes = new ConcurrentHashMap<>();
    private final List<MemoryTable<?, ?>> tenantTables = new CopyOnWriteArrayList<>();
    private final Set<Removed> removed = ConcurrentHashMap.newKeySet();
    private final Map<Stamped, Stamp> stamps = new ConcurrentHashMap<>();
    private final ClockPort clock;

    /** Units whose rows are stamped by the machine's clock. */
    public MemoryUnitOfWork() {
        this(() -> InstantSource.system().instant().truncatedTo(ChronoUnit.MICROS));
    }

    /** @param clock tells when a unit began, which is what its rows are stamped with */
    public MemoryUnitOfWork(ClockPort clock) {
        this.clock = clock;
    }

    /** What carries a stamp: a row, or one that several tables write together. */
    private record Stamped(String table, ClientId client, UUID id) {}

    /** A row that a tenant had. */
    private record Removed(String table, ClientId client, Object key) {}

    /** What is open on this thread: the scope, null for the platform's, and how to take back what was done. */
    private record Unit(
            MemoryUnitOfWork owner,
            @Nullable TenantScope scope,
            Instant moment,
            boolean reads,
            Deque<Runnable> undo,
            List<String> changed) {}

    @Override
    public <T> T inTenant(TenantScope scope, Supplier<T> work) {
        return run(scope, false, work);
    }

    @Override
    public <T> T reading(TenantScope scope, Supplier<T> work) {
        return run(scope, true, work);
    }

    @Override
    public <T> T onPlatform(Supplier<T> work) {
        return run(null, false, work);
    }

    @Override
    public <T> T readingPlatform(Supplier<T> work) {
        return run(null, true, work);
    }

    private <T> T run(@Nullable TenantScope scope, boolean reads, Supplier<T> work) {
        if (OPEN.isBound() && OPEN.get().owner() == this) {
            throw new IllegalStateException("units of work do not nest");
        }
        Unit unit = new Unit(this, scope, clock.now(), reads, new ArrayDeque<>(), new ArrayList<>());
        turn.lock();
        try {
            T result = ScopedValue.where(OPEN, unit).call(work::get);
            unit.changed().forEach(table -> changes.merge(table, 1L, Long::sum));
            return result;
        } catch (RuntimeException | Error failed) {
            unit.undo().forEach(Runnable::run);
            throw failed;
        } finally {
            turn.unlock();
        }
    }

    /** How many rows were written and committed, by table; for tests that ask whether anything was. */
    public Map<String, Long> changes() {
        return Map.copyOf(changes);
    }

    /** Every tenant's table of these units is known by itself. */
    void holds(MemoryTable<?, ?> table) {
        tenantTables.add(table);
    }

    /**
     * Takes rows of the open unit's client away, table by table, whoever may write them; for the product's own work alone.
     *
     * @return how many, at most as many as asked for; 0 when nothing is left
     */
    public int removeRows(int most) {
        TenantScope scope = unit().scope();
        if (scope == null || scope.role() != Role.WORKER) {
            throw new ScopeViolation("permission denied: only the product's own work in a client removes it");
        }
        int removed = 0;
        for (MemoryTable<?, ?> table : tenantTables) {
            removed += table.removeSome(scope.clientId(), most - removed);
        }
        return removed;
    }

    /** Whether a row of the client with this id was in the table and was removed from it. */
    public boolean wasRemoved(String table, ClientId client, UUID id) {
        return seenBy(EnumSet.allOf(Role.class)).test(client) && removed.contains(new Removed(table, client, id));
    }

    /** Remembers that a tenant's row was removed. */
    void removed(String table, ClientId client, Object key) {
        removed.add(new Removed(table, client, key instanceof EntityId id ? id.value() : key));
    }

    /** Stamps what was written in the open unit with its beginning. Source: api 1.4. */
    void stamp(String table, ClientId client, UUID id) {
        Stamped what = new Stamped(table, client, id);
        Stamp before = stamps.get(what);
        Instant moment = unit().moment();
        stamps.put(what, new Stamp(before == null ? moment : before.createdAt(), moment));
        unit().undo().push(() -> {
            if (before == null) {
                stamps.remove(what);
            } else {
                stamps.put(what, before);
            }
        });
    }

    /** When a row of the client was written first and last; empty for what was never stamped, or is another tenant's. */
    public Optional<Stamp> stampOf(String table, ClientId client, UUID id) {
        return seenBy(EnumSet.allOf(Role.class)).test(client)
                ? Optional.ofNullable(stamps.get(new Stamped(table, client, id)))
                : Optional.empty();
    }

    /** Notes a change of a table in the open unit, and how to take it back. */
    void changed(String table, Runnable undo) {
        if (unit().reads()) {
            undo.run();
            throw new IllegalStateException("a reading unit of work changes nothing");
        }
        unit().changed().add(table);
        unit().undo().push(undo);
    }

    /** Whose rows of a table for these roles are visible in the open unit; everybody's are to the platform. */
    Predicate<ClientId> seenBy(Set<Role> readers) {
        TenantScope scope = unit().scope();
        if (scope == null) {
            return client -> true;
        }
        return readers.contains(scope.role()) ? scope.clientId()::equals : client -> false;
    }

    /** Refuses a write to a tenant's row from another tenant's unit, or by a role that may not write the table. */
    void requireWrite(ClientId client, Set<Role> writers, boolean platformMayWrite) {
        TenantScope scope = unit().scope();
        boolean allowed =
                scope == null ? platformMayWrite : scope.clientId().equals(client) && writers.contains(scope.role());
        if (!allowed) {
            throw new ScopeViolation("row-level security: this unit may not write rows of client " + client.text());
        }
    }

    /** Refuses the platform's tables to a member's unit, as the missing grant does in PostgreSQL. */
    void requirePlatform() {
        TenantScope scope = unit().scope();
        if (scope != null && scope.role() != Role.WORKER) {
            throw new ScopeViolation("permission denied: platform table in the unit of a member");
        }
    }

    /** Refuses to work outside a unit. */
    public void requireOpen() {
        unit();
    }

    private Unit unit() {
        if (!OPEN.isBound() || OPEN.get().owner() != this) {
            throw new IllegalStateException("no unit of work is open on this thread");
        }
        return OPEN.get();
    }
}
