package io.agencyos.application.outreach;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import java.util.function.Supplier;

/** Units of work of a process that ends once so many of them are stored. */
final class DyingAfter implements UnitOfWork {

    private final UnitOfWork inner;
    private int left;

    DyingAfter(UnitOfWork inner, int units) {
        this.inner = inner;
        this.left = units;
    }

    /** Whether the work came to its end. */
    static boolean lives(Runnable work) {
        try {
            work.run();
            return true;
        } catch (Ended end) {
            return false;
        }
    }

    @Override
    public <T> T inTenant(TenantScope scope, Supplier<T> work) {
        if (left-- == 0) {
            throw new Ended();
        }
        return inner.inTenant(scope, work);
    }

    @Override
    public <T> T onPlatform(Supplier<T> work) {
        return inner.onPlatform(work);
    }

    /** What no code of ours catches. */
    private static final class Ended extends Error {
        private static final long serialVersionUID = 1;

        Ended() {
            super("the process ends here", null, false, false);
        }
    }
}
