package io.agencyos.adapters.out.memory.deal;

import io.agencyos.adapters.out.memory.conversion.MemoryDesk;
import io.agencyos.application.deal.store.MeetingsContract;
import io.agencyos.application.testing.Desk;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

class MemoryMeetingsTest extends MeetingsContract {

    @Override
    protected Desk desk(AtomicReference<Instant> time) {
        return MemoryDesk.at(time);
    }
}
