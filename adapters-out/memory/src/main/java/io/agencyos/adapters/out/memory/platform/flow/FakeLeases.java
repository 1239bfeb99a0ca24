package io.agencyos.adapters.out.memory.platform.flow;

import io.agencyos.application.platform.flow.LeaseKeeper;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;

/** Renews leases when a test says so. Thread-safe. */
public final class FakeLeases implements LeaseKeeper {

    /** One lease; two of them are never equal. */
    private static final class Held {

        private final BooleanSupplier renew;

        private Held(BooleanSupplier renew) {
            this.renew = renew;
        }
    }

    private final List<Held> held = new CopyOnWriteArrayList<>();

    @Override
    public Kept keep(BooleanSupplier renew) {
        Held lease = new Held(renew);
        held.add(lease);
        return () -> held.remove(lease);
    }

    /** Renews every lease that is held; those that are lost are let go. */
    public void renew() {
        held.removeIf(lease -> !lease.renew.getAsBoolean());
    }

    /** How many leases are held. */
    public int held() {
        return held.size();
    }
}
