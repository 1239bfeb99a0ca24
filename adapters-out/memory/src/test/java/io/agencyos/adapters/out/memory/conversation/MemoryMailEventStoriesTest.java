package io.agencyos.adapters.out.memory.conversation;

import io.agencyos.adapters.out.memory.outreach.FakeEmailSender;
import io.agencyos.adapters.out.memory.outreach.MemorySentLog;
import io.agencyos.application.conversation.ConversationScenario;
import io.agencyos.application.conversation.MailEventStories;
import io.agencyos.application.conversation.store.ComplaintCounts;
import io.agencyos.application.conversation.store.TouchOutcome;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.outreach.DeliveryStatus;
import io.agencyos.domain.shared.id.TouchId;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

class MemoryMailEventStoriesTest extends MailEventStories {

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
    protected ComplaintCounts complaints(ConversationScenario scenario) {
        return new MemoryComplaintCounts(
                (MemorySentLog) scenario.outreach().on().stores().sentLog(),
                (MemoryTouchOutcomes) scenario.stores().outcomes(),
                scenario.outreach().on().world().campaigns());
    }

    @Override
    protected TouchFacts facts(ConversationScenario scenario, Lead lead) {
        TouchId touch = scenario.outreach().touches(lead).getLast().id();
        MemoryTouchOutcomes outcomes = (MemoryTouchOutcomes) scenario.stores().outcomes();
        TouchOutcome outcome = scenario.outreach().in(() -> outcomes.of(lead.clientId(), touch));
        return new TouchFacts(
                outcome.deliveredAt() != null,
                outcome.delivery() == DeliveryStatus.BOUNCED,
                Optional.ofNullable(outcome.openedAt()),
                outcome.opens(),
                outcome.clicks());
    }

    @Override
    protected DeliveryStatus delivery(ConversationScenario scenario, Lead lead) {
        MemoryTouchOutcomes outcomes = (MemoryTouchOutcomes) scenario.stores().outcomes();
        TouchId touch = scenario.outreach().touches(lead).getLast().id();
        return scenario.outreach().in(() -> outcomes.of(lead.clientId(), touch).delivery());
    }
}
