package io.agencyos.adapters.out.memory.outreach;

import io.agencyos.adapters.out.memory.conversion.MemoryDesk;
import io.agencyos.application.outreach.suppression.KeepSuppressionsContract;
import io.agencyos.application.testing.Desk;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

class MemoryKeepSuppressionsTest extends KeepSuppressionsContract {

    @Override
    protected Desk desk(AtomicReference<Instant> time) {
        return MemoryDesk.at(time);
    }
}
