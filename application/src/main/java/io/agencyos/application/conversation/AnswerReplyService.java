package io.agencyos.application.conversation;

import io.agencyos.application.conversation.reply.Desk;
import io.agencyos.application.outreach.engine.WrittenByHand;
import io.agencyos.application.platform.Actors;
import io.agencyos.application.shared.ConcurrentUpdate;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.conversation.AnswerPolicy;
import io.agencyos.domain.conversation.Message;
import io.agencyos.domain.conversation.Reply;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.outreach.touch.ByHand;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.id.ReplyId;
import io.agencyos.domain.shared.id.TouchId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads what is answered, has the answer made ready, and notes that somebody has dealt with the reply. */
final class AnswerReplyService implements AnswerReply {

    private final Desk desk;
    private final WrittenByHand written;
    private final Consumer<AuditEntry> audit;

    AnswerReplyService(Desk desk, WrittenByHand written, Consumer<AuditEntry> audit) {
        this.desk = desk;
        this.written = written;
        this.audit = audit;
    }

    @Override
    public Outcome answer(TenantScope scope, ReplyId id, String body, Origin origin) {
        if (!mayWrite(scope)) {
            return new Outcome.Forbidden();
        }
        Optional<WrittenByHand.Answer> answer =
                desk.inTenant(scope.clientId(), () -> find(scope, id).map(reply -> answer(scope, reply, body)));
        if (answer.isEmpty()) {
            return new Outcome.NotFound();
        }
        if (!WrittenByHand.CHANNELS.contains(answer.get().channel())) {
            return new Outcome.NotAnswerable();
        }
        return switch (written.answer(scope.clientId(), answer.get())) {
            case WrittenByHand.Outcome.Queued(Touch touch) -> {
                handled(scope, id, touch, origin);
                yield new Outcome.Queued(touch);
            }
            case WrittenByHand.Outcome.Blocked(var reasons) -> new Outcome.Blocked(reasons);
            case WrittenByHand.Outcome.Unfit(List<String> codes) -> new Outcome.Unfit(codes);
            case WrittenByHand.Outcome.NotFound missing -> new Outcome.NotFound();
            case WrittenByHand.Outcome.NoRun none -> new Outcome.NotAnswerable();
            case WrittenByHand.Outcome.Forbidden refused -> new Outcome.Forbidden();
        };
    }

    private static boolean mayWrite(TenantScope scope) {
        return scope.role().permits(Role.MEMBER) && !scope.ofTheProduct();
    }

    private Optional<Reply> find(TenantScope scope, ReplyId id) {
        return desk.stores().replies().find(scope.clientId(), id);
    }

    private WrittenByHand.Answer answer(TenantScope scope, Reply reply, String body) {
        Optional<Message> asked = desk
                .stores()
                .threads()
                .messages(scope.clientId(), List.of(reply.threadId()), List.of(reply.messageId()))
                .stream()
                .findFirst();
        Optional<Lead> lead = desk.world().leads().leads().find(scope.clientId(), reply.leadId());
        Instant notBefore = reply.receivedAt()
                .plus(AnswerPolicy.delay(
                        reply.id().text(),
                        reply.receivedAt()
                                .atZone(lead.map(desk::zoneOf).orElseGet(() -> desk.clientZone(scope.clientId())))));
        return new WrittenByHand.Answer(
                reply.leadId(),
                reply.id(),
                reply.channel(),
                asked.map(Message::subject).orElse(""),
                body,
                new ByHand(scope.userId(), null, new ByHand.Answering(reply.answerRef(), messageId(reply))),
                notBefore);
    }

    /** What identifies a mail is its Message-ID wherever it has one; other channels answer in their chat. */
    private static @org.jspecify.annotations.Nullable String messageId(Reply reply) {
        String key = reply.providerMessageId();
        return key.startsWith("<") && key.endsWith(">") ? key : null;
    }

    /** Whoever answers has dealt with it; who was first stays. */
    private void handled(TenantScope scope, ReplyId id, Touch answer, Origin origin) {
        try {
            desk.inTenant(scope.clientId(), () -> {
                find(scope, id)
                        .filter(reply -> reply.handledAt() == null)
                        .ifPresent(reply -> desk.stores().replies().update(reply.handled(scope.userId(), desk.now())));
                audit.accept(new AuditEntry(
                        desk.ids().next(),
                        desk.now(),
                        scope.clientId(),
                        Actors.of(scope),
                        AuditAction.CREATE,
                        AuditEntry.Outcome.OK,
                        "response",
                        answer.id().value(),
                        Map.of(),
                        Map.of("reply_id", id.text()),
                        origin));
                return answer;
            });
        } catch (ConcurrentUpdate somebodyElse) {
            // the answer leaves all the same; whoever changed the reply meanwhile has it open
        }
    }

    @Override
    public Optional<WrittenByHand.Withdrawal> withdraw(TenantScope scope, ReplyId reply, TouchId answer) {
        return answers(scope, reply).stream()
                .filter(touch -> touch.id().equals(answer))
                .findFirst()
                .map(touch -> written.withdraw(scope.clientId(), touch.id()));
    }

    @Override
    public List<Touch> answers(TenantScope scope, ReplyId id) {
        return desk.inTenant(scope.clientId(), () -> find(scope, id))
                .map(reply -> written.answers(scope.clientId(), reply.leadId(), id))
                .orElse(List.of());
    }
}
