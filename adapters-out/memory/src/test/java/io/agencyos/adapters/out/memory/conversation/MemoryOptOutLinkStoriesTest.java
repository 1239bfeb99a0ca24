package io.agencyos.adapters.out.memory.conversation;

import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.adapters.out.memory.outreach.FakeEmailSender;
import io.agencyos.application.conversation.OptOutLinkStories;
import io.agencyos.application.conversation.store.OptOutWishes;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

class MemoryOptOutLinkStoriesTest extends OptOutLinkStories {

    private FakeEmailSender sender = new FakeEmailSender(() -> Instant.EPOCH);
    private OptOutWishes wishes = new MemoryOptOutWishes(new MemoryUnitOfWork());

    @Override
    protected Ground ground(AtomicReference<Instant> time) {
        sender = new FakeEmailSender(time::get);
        Ground on = ConversationInMemory.ground(sender);
        wishes = new MemoryOptOutWishes((MemoryUnitOfWork) on.outreach().units());
        return on;
    }

    @Override
    protected void loseNextAnswer() {
        sender.failNext(FakeEmailSender.Fault.DROP_AFTER_ACCEPT);
    }

    @Override
    protected OptOutWishes wishes() {
        return wishes;
    }
}
