package io.agencyos.application.conversation;

import io.agencyos.application.conversation.reply.Desk;
import io.agencyos.application.conversation.reply.ReadableReplies;
import io.agencyos.application.conversation.reply.SettleReply;
import io.agencyos.application.conversation.world.ReplyClassifier;
import io.agencyos.application.platform.Actors;
import io.agencyos.application.shared.ConcurrentUpdate;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UniqueViolation;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.conversation.Classification;
import io.agencyos.domain.conversation.InboundReply;
import io.agencyos.domain.conversation.Intent;
import io.agencyos.domain.conversation.Message;
import io.agencyos.domain.conversation.Reply;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry;
import io.agencyos.domain.platform.AuditEntry.Change;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.id.ReplyId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads the reply anew outside of any unit, for what stands in it beside its intent, and settles it with the new one. */
final class CorrectReplyService implements CorrectReply {

    private static final BigDecimal CERTAIN = new BigDecimal("1.00");
    private static final String BY_PERSON = "person-1";

    private final Desk desk;
    private final ReplyClassifier classifier;
    private final SettleReply settle;
    private final Consumer<AuditEntry> audit;

    CorrectReplyService(Desk desk, ReplyClassifier classifier, SettleReply settle, Consumer<AuditEntry> audit) {
        this.desk = desk;
        this.classifier = classifier;
        this.settle = settle;
        this.audit = audit;
    }

    @Override
    public Outcome correct(TenantScope scope, ReplyId id, int version, Intent intent, Origin origin) {
        if (!scope.role().permits(Role.MEMBER) || scope.ofTheProduct()) {
            return new Outcome.Forbidden();
        }
        Optional<InboundReply> text = desk.inTenant(scope.clientId(), () -> text(scope, id));
        if (text.isEmpty()) {
            return new Outcome.NotFound();
        }
        Classification meant = meant(classifier.classify(text.get()), intent);
        try {
            return desk.inTenant(scope.clientId(), () -> correct(scope, id, version, meant, origin));
        } catch (UniqueViolation takenMeanwhile) {
            // somebody claimed the person in between; now that shows
            return desk.inTenant(scope.clientId(), () -> correct(scope, id, version, meant, origin));
        } catch (ConcurrentUpdate changed) {
            return desk.inTenant(scope.clientId(), () -> desk.stores().replies().find(scope.clientId(), id))
                    .<Outcome>map(reply -> new Outcome.VersionConflict(reply.version()))
                    .orElseGet(Outcome.NotFound::new);
        }
    }

    private Optional<InboundReply> text(TenantScope scope, ReplyId id) {
        return desk.stores().replies().find(scope.clientId(), id).map(reply -> {
            Lead lead = desk.world()
                    .leads()
                    .leads()
                    .find(scope.clientId(), reply.leadId())
                    .orElse(null);
            Optional<Message> message = desk
                    .stores()
                    .threads()
                    .messages(scope.clientId(), List.of(reply.threadId()), List.of(reply.messageId()))
                    .stream()
                    .findFirst();
            return new ReadableReplies(desk)
                    .of(
                            lead,
                            scope.clientId(),
                            new ReadableReplies.Written(
                                    reply.channel(),
                                    message.map(Message::subject).orElse(null),
                                    message.map(Message::body).orElse(""),
                                    false,
                                    Set.of(),
                                    reply.receivedAt()));
        });
    }

    /** The person's word on what it means; dates, names and objections stay as they were read. */
    private static Classification meant(Classification read, Intent intent) {
        return new Classification(
                intent,
                CERTAIN,
                List.of(),
                new Classification.Flags(intent == Intent.UNSUBSCRIBE, intent == Intent.ANGRY_OR_COMPLAINT),
                read.sentiment(),
                read.objections(),
                read.questions(),
                read.topics(),
                read.entities(),
                intent != Intent.AUTO_REPLY && intent != Intent.OUT_OF_OFFICE,
                read.hits(),
                BY_PERSON);
    }

    private Outcome correct(TenantScope scope, ReplyId id, int version, Classification meant, Origin origin) {
        Optional<Reply> found = desk.stores().replies().find(scope.clientId(), id);
        if (found.isEmpty()) {
            return new Outcome.NotFound();
        }
        Reply reply = found.get();
        if (reply.version() != version) {
            return new Outcome.VersionConflict(reply.version());
        }
        if (reply.reading() == null) {
            return new Outcome.NotRead();
        }
        Optional<Lead> lead = desk.world().leads().leads().find(scope.clientId(), reply.leadId());
        if (reply.intent() == meant.intent() && !reply.reviewRequired()) {
            return new Outcome.Corrected(reply);
        }
        Reply corrected = lead.map(whose -> settle.correct(reply, whose, meant, scope.userId()))
                .orElseGet(() -> settle.correctLeft(reply, meant));
        note(scope, reply, corrected, origin);
        return new Outcome.Corrected(corrected);
    }

    private void note(TenantScope scope, Reply before, Reply after, Origin origin) {
        audit.accept(new AuditEntry(
                desk.ids().next(),
                desk.now(),
                scope.clientId(),
                Actors.of(scope),
                AuditAction.UPDATE,
                AuditEntry.Outcome.OK,
                "reply",
                before.id().value(),
                Map.of("intent", new Change(wire(before.intent()), wire(after.intent()))),
                Map.of(),
                origin));
    }

    private static @Nullable String wire(@Nullable Intent intent) {
        return intent == null ? null : intent.wire();
    }
}
