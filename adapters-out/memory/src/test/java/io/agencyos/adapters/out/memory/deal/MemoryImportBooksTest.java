package io.agencyos.adapters.out.memory.deal;

import io.agencyos.adapters.out.memory.conversion.MemoryDesk;
import io.agencyos.application.deal.ImportBooksContract;
import io.agencyos.application.testing.Desk;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

class MemoryImportBooksTest extends ImportBooksContract {

    @Override
    protected Desk desk(AtomicReference<Instant> time) {
        return MemoryDesk.at(time);
    }
}
