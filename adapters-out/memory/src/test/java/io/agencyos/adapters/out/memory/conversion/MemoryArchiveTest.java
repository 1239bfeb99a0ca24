package io.agencyos.adapters.out.memory.conversion;

import io.agencyos.adapters.out.memory.conversation.MemorySentMessages;
import io.agencyos.adapters.out.memory.lead.MemoryActivities;
import io.agencyos.adapters.out.memory.outreach.MemorySentLog;
import io.agencyos.application.conversation.store.SentMessages;
import io.agencyos.application.conversion.ArchiveContract;
import io.agencyos.application.testing.Desk;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

class MemoryArchiveTest extends ArchiveContract {

    @Override
    protected Desk desk(AtomicReference<Instant> time) {
        return MemoryDesk.at(time);
    }

    @Override
    protected SentMessages messages(Desk desk) {
        return new MemorySentMessages((MemorySentLog) desk.world().stores().sentLog(), (MemoryActivities)
                desk.world().world().activities());
    }
}
