package io.agencyos.adapters.out.memory.deal;

import io.agencyos.adapters.out.memory.conversion.MemoryDesk;
import io.agencyos.application.deal.DealsContract;
import io.agencyos.application.testing.Desk;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

class MemoryDealsTest extends DealsContract {

    @Override
    protected Desk desk(AtomicReference<Instant> time) {
        return MemoryDesk.at(time);
    }
}
