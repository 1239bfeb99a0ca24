package io.agencyos.adapters.out.memory.conversation;

import io.agencyos.adapters.out.memory.client.MemoryClientRemoval;
import io.agencyos.adapters.out.memory.client.MemoryClients;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.adapters.out.memory.lead.MemoryLeads;
import io.agencyos.adapters.out.memory.lead.MemoryPoolPeople;
import io.agencyos.adapters.out.memory.outreach.FakeEmailSender;
import io.agencyos.application.client.ClientRemoval;
import io.agencyos.application.conversation.RemovedClientStories;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

class MemoryRemovedClientStoriesTest extends RemovedClientStories {

    private FakeEmailSender sender = new FakeEmailSender(() -> Instant.EPOCH);

    @Override
    protected Ground ground(AtomicReference<Instant> time) {
        sender = new FakeEmailSender(time::get);
        return ConversationInMemory.ground(sender);
    }

    @Override
    protected ClientRemoval removal(Ground ground) {
        return new MemoryClientRemoval(
                (MemoryUnitOfWork) ground.outreach().units(),
                (MemoryClients) ground.outreach().world().clients(),
                (MemoryLeads) ground.outreach().world().leads().leads(),
                (MemoryPoolPeople) ground.outreach().world().leads().people());
    }

    @Override
    protected void loseNextAnswer() {
        sender.failNext(FakeEmailSender.Fault.DROP_AFTER_ACCEPT);
    }
}
