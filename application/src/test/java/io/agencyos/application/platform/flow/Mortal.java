package io.agencyos.application.platform.flow;

import io.agencyos.application.shared.StorageUnavailable;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;

/** Units of work of a process to which something happens at the n-th of them. */
final class Mortal implements UnitOfWork {

    /** What happens. */
    enum Fate {
        /** The process is gone just before it commits. */
        DIES_BEFORE_COMMIT,
        /** The process is gone just after it has committed. */
        DIES_AFTER_COMMIT,
        /** The database is gone before the commit, and back for the next unit; the process lives. */
        LOSES_THE_DATABASE
    }

    /** A process that stops existing. */
    static final class Killed extends Error {

        private static final long serialVersionUID = 1L;
    }

    private final UnitOfWork units;
    private final int at;
    private final Fate fate;
    private final AtomicInteger count = new AtomicInteger();

    Mortal(UnitOfWork units, int at, Fate fate) {
        this.units = units;
        this.at = at;
        this.fate = fate;
    }

    /** One to which nothing happens. */
    static Mortal immortal(UnitOfWork units) {
        return new Mortal(units, Integer.MAX_VALUE, Fate.DIES_BEFORE_COMMIT);
    }

    /** How many units there were. */
    int seen() {
        return count.get();
    }

    /** Whether it has happened. */
    boolean met() {
        return count.get() >= at;
    }

    @Override
    public <T> T inTenant(TenantScope scope, Supplier<T> work) {
        return fated(doomed -> units.inTenant(scope, doomed), work);
    }

    @Override
    public <T> T onPlatform(Supplier<T> work) {
        return fated(units::onPlatform, work);
    }

    private <T> T fated(Function<Supplier<T>, T> unit, Supplier<T> work) {
        boolean last = count.incrementAndGet() == at;
        T result = unit.apply(() -> {
            T made = work.get();
            if (last) {
                beforeCommit();
            }
            return made;
        });
        if (last) {
            throw new Killed();
        }
        return result;
    }

    private void beforeCommit() {
        switch (fate) {
            case DIES_BEFORE_COMMIT -> throw new Killed();
            case LOSES_THE_DATABASE ->
                throw new StorageUnavailable("the database restarts", new IllegalStateException("gone"));
            case DIES_AFTER_COMMIT -> {
                // not yet
            }
        }
    }
}
