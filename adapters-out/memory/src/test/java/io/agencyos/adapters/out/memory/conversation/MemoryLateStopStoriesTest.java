package io.agencyos.adapters.out.memory.conversation;

import io.agencyos.adapters.out.memory.outreach.FakeEmailSender;
import io.agencyos.application.conversation.LateStopStories;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

class MemoryLateStopStoriesTest extends LateStopStories {

    private FakeEmailSender sender = new FakeEmailSender(() -> Instant.EPOCH);

    @Override
    protected Ground ground(AtomicReference<Instant> time) {
        sender = new FakeEmailSender(time::get);
        return ConversationInMemory.ground(sender);
    }

    @Override
    protected void loseNextAnswer() {
        sender.failNext(FakeEmailSender.Fault.DROP_AFTER_ACCEPT);
    }
}
