package io.agencyos.adapters.out.memory.conversation;

import io.agencyos.adapters.out.memory.outreach.FakeEmailSender;
import io.agencyos.application.conversation.AnswerStories;
import io.agencyos.application.outreach.channel.EmailCommand;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

class MemoryAnswerStoriesTest extends AnswerStories {

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

    @Override
    protected List<EmailCommand> delivered() {
        return sender.deliveries().stream().map(FakeEmailSender.Delivery::email).toList();
    }
}
