package io.agencyos.bootstrap.simulate;

import io.agencyos.application.shared.StorageUnavailable;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * One process's transactions: the database goes away for a while, or at the very commit, and the process itself may end at
 * any of them.
 */
final class FatedUnits implements UnitOfWork {

    /** The database, as far as anybody reaches it. */
    static final class Database {

        private Instant backAt = Instant.MIN;

        synchronized void goneUntil(Instant moment) {
            backAt = moment;
        }

        synchronized boolean gone(Instant now) {
            return now.isBefore(backAt);
        }
    }

    private static final int LOST_AT_COMMIT = 3;

    private final UnitOfWork inner;
    private final Database database;
    private final WorldTime time;
    private final Fate fate;
    private int left;

    FatedUnits(UnitOfWork inner, Database database, WorldTime time, Fate fate) {
        this.inner = inner;
        this.database = database;
        this.time = time;
        this.fate = fate;
    }

    /** Lets the process die at its n-th transaction from here; 0 lets it live. */
    void dieAt(int transaction) {
        left = transaction;
    }

    @Override
    public <T> T inTenant(TenantScope scope, Supplier<T> work) {
        return run(body -> inner.inTenant(scope, body), work);
    }

    @Override
    public <T> T onPlatform(Supplier<T> work) {
        return run(inner::onPlatform, work);
    }

    private interface Transaction<T> {
        T run(Supplier<T> body);
    }

    private <T> T run(Transaction<T> transaction, Supplier<T> work) {
        if (database.gone(time.instant())) {
            throw lost();
        }
        boolean last = left > 0 && --left == 0;
        if (!last) {
            T result = transaction.run(work);
            if (fate.strikes(Fate.Trouble.DATABASE_LOSS, LOST_AT_COMMIT)) {
                throw lost();
            }
            return result;
        }
        if (fate.death() == Fate.Death.AFTER_COMMIT) {
            transaction.run(work);
            throw new ProcessDied();
        }
        return transaction.run(() -> {
            work.get();
            throw new ProcessDied();
        });
    }

    private static StorageUnavailable lost() {
        return new StorageUnavailable("the connection is lost", new IllegalStateException("by the world's will"));
    }
}
