package io.agencyos.adapters.out.memory.conversion;

import io.agencyos.application.conversion.SearchContract;
import io.agencyos.application.testing.Desk;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

class MemorySearchTest extends SearchContract {

    @Override
    protected Desk desk(AtomicReference<Instant> time) {
        return MemoryDesk.at(time);
    }
}
