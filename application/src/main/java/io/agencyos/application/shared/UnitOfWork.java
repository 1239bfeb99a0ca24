package io.agencyos.application.shared;

import java.util.function.Supplier;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/**
 * One transaction. Repositories work inside the unit of work that is open on the calling thread and refuse to work
 * without one; units do not nest. The work is all or nothing: an exception rolls everything back and is passed on.
 *
 * <p>After a deadlock or a serialisation failure the work is run again (three times in all), so it must have no effect
 * outside the database: no vendor call, no publication. Isolation is READ COMMITTED with explicit row locks.
 */
@SecondaryPort
public interface UnitOfWork {

    /** Runs {@code work} with exactly the rows of the scope's tenant visible, and what the scope's role may see. */
    <T> T inTenant(TenantScope scope, Supplier<T> work);

    /**
     * Runs {@code work} on platform tables (pool, inbox, resources, users) and for selecting across tenants; tenant
     * rows are changed only in a tenant's own unit.
     */
    <T> T onPlatform(Supplier<T> work);

    /**
     * Runs {@code work} that only asks, with what {@link #inTenant} would see; a write is refused. Every question sees what
     * was committed when it is asked, as in any unit. A store may spend less on it than on a transaction.
     */
    default <T> T reading(TenantScope scope, Supplier<T> work) {
        return inTenant(scope, work);
    }

    /** The same on platform tables, with what {@link #onPlatform} would see. */
    default <T> T readingPlatform(Supplier<T> work) {
        return onPlatform(work);
    }

    /**
     * Runs {@code work} that only asks, with what {@link #inTenant} would see, and every question sees what was committed when
     * the first of them was asked; for counts that are put beside each other.
     */
    default <T> T inSnapshot(TenantScope scope, Supplier<T> work) {
        return inTenant(scope, work);
    }

    default void inTenant(TenantScope scope, Runnable work) {
        this.<Boolean>inTenant(scope, () -> {
            work.run();
            return Boolean.TRUE;
        });
    }

    default void onPlatform(Runnable work) {
        this.<Boolean>onPlatform(() -> {
            work.run();
            return Boolean.TRUE;
        });
    }
}
