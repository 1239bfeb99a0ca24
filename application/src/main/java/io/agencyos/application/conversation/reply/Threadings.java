package io.agencyos.application.conversation.reply;

import io.agencyos.domain.conversation.ConversationThread;
import io.agencyos.domain.conversation.Message;
import io.agencyos.domain.conversation.ReplyEffects.ThreadEffect;
import io.agencyos.domain.conversation.ThreadOutcome;
import io.agencyos.domain.conversation.ThreadStatus;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.MessageId;
import io.agencyos.domain.shared.id.ThreadId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Puts what came in into the lead's thread, and closes threads. Works inside an open unit that holds the lead. */
public final class Threadings {

    private final Desk desk;

    public Threadings(Desk desk) {
        this.desk = desk;
    }

    /** Where a message stands. */
    record Placed(ThreadId thread, MessageId message) {}

    /** A new inbound message opens a thread again, however it ended. Source: content 4.8. */
    Placed receive(Lead lead, Writing writing, Instant at) {
        return place(
                lead,
                writing.channel(),
                Message.Direction.IN,
                writing.subject(),
                writing.text(),
                writing.way().sender(),
                at);
    }

    /** What a person of ours wrote past us stands in the thread too. Source: unipile 9. */
    public void byHand(Lead lead, Channel channel, String text, Instant at) {
        place(lead, channel, Message.Direction.OUT, null, text, null, at);
    }

    private Placed place(
            Lead lead,
            Channel channel,
            Message.Direction direction,
            @Nullable String subject,
            String text,
            @Nullable String sender,
            Instant at) {
        ConversationThread thread = desk.stores()
                .threads()
                .findForUpdate(lead.clientId(), lead.id(), channel)
                .orElseGet(() -> begin(lead, channel, at));
        MessageId message = new MessageId(desk.ids().next());
        desk.stores()
                .threads()
                .append(
                        new Message(
                                message,
                                lead.clientId(),
                                thread.id(),
                                lead.id(),
                                direction,
                                channel,
                                subject,
                                text,
                                thread.ours() + thread.theirs() + 1,
                                at,
                                sender),
                        thread.spoken(direction, at));
        return new Placed(thread.id(), message);
    }

    private ConversationThread begin(Lead lead, Channel channel, Instant at) {
        ConversationThread thread = new ConversationThread(
                new ThreadId(desk.ids().next()),
                lead.clientId(),
                lead.id(),
                lead.campaignId(),
                channel,
                ThreadStatus.ACTIVE,
                ThreadOutcome.ONGOING,
                null,
                0,
                0,
                at,
                null,
                null,
                0);
        desk.stores().threads().insert(thread);
        return thread;
    }

    /** Where the thread stands after what was said. */
    void settle(ClientId client, ThreadId id, ThreadEffect effect, String reason) {
        desk.stores().threads().findForUpdate(client, id).ifPresent(thread -> {
            ThreadOutcome outcome = effect.outcome().orElse(thread.outcome());
            if (thread.status() != effect.status() || thread.outcome() != outcome) {
                desk.stores().threads().update(thread.ended(effect.status(), outcome));
            }
            if (effect.escalated()) {
                desk.stores().threads().escalate(client, id, reason, desk.now());
            }
        });
    }

    /** Nobody goes on with a live thread of somebody who opted out. */
    public void reject(ClientId client, LeadId lead, Channel channel) {
        desk.stores()
                .threads()
                .findForUpdate(client, lead, channel)
                .filter(ConversationThread::isLive)
                .ifPresent(thread ->
                        desk.stores().threads().update(thread.ended(ThreadStatus.DEAD, ThreadOutcome.REJECTED)));
    }
}
