package io.agencyos.adapters.out.memory.platform.flow;

import io.agencyos.application.platform.flow.LeaseKeeper;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;

/** Renews leases when a test says so. Thread-safe. */
public final class FakeLeases implements LeaseKeeper {

    private static final class Held implements Kept {

        private final BooleanSupplier renew;
        private final List<Held> among;

        private Held(BooleanSupplier renew, List<Held> among) {
            this.renew = renew;
            this.among = among;
        }

        private void comeToItsTurn() {
            if (!renew.getAsBoolean()) {
                close();
            }
        }

        @Override
        public void close() {
            among.remove(this);
        }
    }

    private final List<Held> held = new CopyOnWriteArrayList<>();

    @Override
    public Kept keep(BooleanSupplier renew) {
        Held lease = new Held(renew, held);
        held.add(lease);
        return lease;
    }

    /** Renews every lease that is held; those that are lost are let go. */
    public void renew() {
        held.forEach(Held::comeToItsTurn);
    }

    /** How many leases are held. */
    public int held() {
        return held.size();
    }
}
