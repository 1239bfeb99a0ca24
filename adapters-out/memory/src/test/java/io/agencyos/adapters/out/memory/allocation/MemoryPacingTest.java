package io.agencyos.adapters.out.memory.allocation;

import io.agencyos.adapters.out.memory.conversation.ConversationInMemory;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.adapters.out.memory.outreach.FakeEmailSender;
import io.agencyos.adapters.out.memory.outreach.MemorySentLog;
import io.agencyos.application.allocation.PacingStories;
import io.agencyos.application.allocation.pacing.PacingBook;
import io.agencyos.application.outreach.OutreachScenario;
import java.time.Instant;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

class MemoryPacingTest extends PacingStories {

    private final Map<OutreachScenario.World, PacingBook> books = new IdentityHashMap<>();

    @Override
    protected OutreachScenario.World world(AtomicReference<Instant> time) {
        return ConversationInMemory.ground(new FakeEmailSender(time::get)).outreach();
    }

    @Override
    protected PacingBook book(OutreachScenario.World world) {
        return books.computeIfAbsent(
                world,
                on -> new MemoryPacingBook((MemoryUnitOfWork) on.units(), (MemorySentLog)
                        on.stores().sentLog()));
    }
}
