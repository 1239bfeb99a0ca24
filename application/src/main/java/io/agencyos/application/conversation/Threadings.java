package io.agencyos.application.conversation;

import io.agencyos.domain.conversation.ConversationThread;
import io.agencyos.domain.conversation.Message;
import io.agencyos.domain.conversation.ReplyEffects.ThreadEffect;
import io.agencyos.domain.conversation.ThreadOutcome;
import io.agencyos.domain.conversation.ThreadStatus;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.LeadId;
import io.agencyos.domain.shared.MessageId;
import io.agencyos.domain.shared.ThreadId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Puts what came in into the lead's thread, and closes threads. Works inside an open unit that holds the lead. */
final class Threadings {

    private final Desk desk;

    Threadings(Desk desk) {
        this.desk = desk;
    }

    /** Where a message stands. */
    record Placed(ThreadId thread, MessageId message) {}

    /** A new inbound message opens a thread again, however it ended. Source: content 4.8. */
    Placed receive(Lead lead, InboundMail mail, Instant at) {
        ConversationThread thread = desk.stores()
                .threads()
                .findForUpdate(lead.clientId(), lead.id(), Channel.EMAIL)
                .orElseGet(() -> begin(lead, at));
        MessageId message = new MessageId(desk.ids().next());
        desk.stores()
                .threads()
                .append(new Message(
                        message,
                        lead.clientId(),
                        thread.id(),
                        lead.id(),
                        Message.Direction.IN,
                        Channel.EMAIL,
                        mail.subject(),
                        mail.text(),
                        thread.ours() + thread.theirs() + 1,
                        at));
        Instant last = thread.lastTheirsAt();
        desk.stores()
                .threads()
                .update(with(
                        thread,
                        ThreadStatus.ACTIVE,
                        thread.status() == ThreadStatus.ACTIVE ? thread.outcome() : ThreadOutcome.ONGOING,
                        thread.theirs() + 1,
                        last == null || last.isBefore(at) ? at : last));
        return new Placed(thread.id(), message);
    }

    private ConversationThread begin(Lead lead, Instant at) {
        ConversationThread thread = new ConversationThread(
                new ThreadId(desk.ids().next()),
                lead.clientId(),
                lead.id(),
                lead.campaignId(),
                Channel.EMAIL,
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
                desk.stores()
                        .threads()
                        .update(with(thread, effect.status(), outcome, thread.theirs(), thread.lastTheirsAt()));
            }
            if (effect.escalated()) {
                desk.stores().threads().escalate(client, id, reason, desk.now());
            }
        });
    }

    /** Nobody goes on with a live thread of somebody who opted out. */
    void reject(ClientId client, LeadId lead, Channel channel) {
        desk.stores()
                .threads()
                .findForUpdate(client, lead, channel)
                .filter(thread -> thread.status() == ThreadStatus.ACTIVE || thread.status() == ThreadStatus.STALE)
                .ifPresent(thread -> desk.stores()
                        .threads()
                        .update(with(
                                thread,
                                ThreadStatus.DEAD,
                                ThreadOutcome.REJECTED,
                                thread.theirs(),
                                thread.lastTheirsAt())));
    }

    private static ConversationThread with(
            ConversationThread thread,
            ThreadStatus status,
            @Nullable ThreadOutcome outcome,
            int theirs,
            @Nullable Instant lastTheirsAt) {
        return new ConversationThread(
                thread.id(),
                thread.clientId(),
                thread.leadId(),
                thread.campaignId(),
                thread.channel(),
                status,
                outcome,
                thread.externalThreadId(),
                thread.ours(),
                theirs,
                thread.startedAt(),
                thread.lastOursAt(),
                lastTheirsAt,
                thread.version());
    }
}
