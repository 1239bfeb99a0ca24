package io.agencyos.application.platform.flow;

import java.util.function.BooleanSupplier;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/** Renews a lease while a step works for long, every 20 seconds. Source: flows 1.4. */
@SecondaryPort
public interface LeaseKeeper {

    /** Until the result is closed; stops by itself when the lease is lost. */
    Kept keep(BooleanSupplier renew);

    /** A lease that is being renewed. */
    interface Kept extends AutoCloseable {

        @Override
        void close();
    }

    /** Renews nothing: for work that never takes long, and for clocks that stand still. */
    static LeaseKeeper none() {
        return renew -> () -> {};
    }
}
