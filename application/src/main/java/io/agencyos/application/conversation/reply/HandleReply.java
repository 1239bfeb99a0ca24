package io.agencyos.application.conversation.reply;

import io.agencyos.application.conversation.inbox.InboundMail;
import io.agencyos.application.conversation.inbox.WebhookInbox.Claimed;
import io.agencyos.application.conversation.inbox.WebhookInbox.Verdict;
import io.agencyos.application.conversation.store.TouchOutcomes.Known;
import io.agencyos.application.conversation.world.ReplyClassifier;
import io.agencyos.application.outreach.store.ContactRefs;
import io.agencyos.domain.conversation.Classification;
import io.agencyos.domain.conversation.InboundReply;
import io.agencyos.domain.conversation.Reply;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.lead.SuppressionReason;
import io.agencyos.domain.platform.EventName;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.ReplyId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wrote to us: in a first unit it is kept and everything to the lead stops; then it is read, outside any
 * unit; in a second one all follows from what it means. A break between the two is taken up where it was. Source: content
 * 4.1–4.6, api 10.2 {@code replied}.
 */
public final class HandleReply {

    private final Desk desk;
    private final ReplyMatch match;
    private final ReplyClassifier classifier;
    private final SettleReply settle;
    private final OptOuts optOuts;

    public HandleReply(Desk desk, ReplyClassifier classifier, OptOuts optOuts) {
        this.desk = desk;
        this.match = new ReplyMatch(desk);
        this.classifier = classifier;
        this.settle = new SettleReply(desk, match, optOuts);
        this.optOuts = optOuts;
    }

    /** What the first unit came to. */
    private sealed interface Taken {

        /**
         * It is kept and nothing is sent any more; its meaning is open.
         *
         * @param lead whose it is, as this unit leaves it
         * @param touch what it answers as far as that is known by now
         */
        record Kept(Reply reply, Lead lead, InboundReply text, Optional<Known> touch) implements Taken {}

        /** It was dealt with before, or is none of a lead's. */
        record Over(Verdict verdict) implements Taken {}

        /** Nobody here wrote it, as far as we know. */
        record Nobody() implements Taken {}

        /** It was kept, and its lead deleted before it was read. */
        record Left(Reply reply) implements Taken {}
    }

    public Verdict handle(Claimed claimed, Writing writing) {
        ClientId client = claimed.key().feed().client();
        Instant at = desk.clamped(writing.toldAt(), claimed.receivedAt());
        return switch (desk.inTenant(client, () -> take(claimed, writing, at))) {
            case Taken.Over(Verdict verdict) -> verdict;
            case Taken.Nobody nobody -> unmatched(claimed, writing, at);
            case Taken.Left(Reply reply) -> left(claimed, reply, writing, at);
            case Taken.Kept(Reply reply, Lead lead, InboundReply text, Optional<Known> touch) -> {
                Classification read = writing.meaning().orElseGet(() -> classifier.classify(text));
                yield desk.inTenant(client, () -> settle.settle(claimed, reply, lead, writing, touch, read, at));
            }
        };
    }

    private Taken take(Claimed claimed, Writing writing, Instant at) {
        ClientId client = claimed.key().feed().client();
        if (writing instanceof Writing.Mail(InboundMail mail)
                && mail.from().key().equals(mail.mailbox().key())) {
            return new Taken.Over(settled(Verdicts.ignored(claimed, desk.now())));
        }
        Optional<Taken> before = known(claimed, writing, at);
        if (before.isPresent()) {
            return before.get();
        }
        Optional<ReplyMatch.Match> found = match.find(client, writing, at).or(() -> byHand(claimed, writing, at));
        boolean leftAlone = leaveAloneAtOnce(client, writing, found, at);
        if (found.isEmpty()) {
            return leftAlone ? new Taken.Over(settled(Verdicts.done(claimed, desk.now()))) : new Taken.Nobody();
        }
        ReplyMatch.Match one = found.get();
        Known touch = one.touch();
        if (touch != null && touch.sentAt() == null) {
            // an answer is the best proof that what it answers was sent
            desk.world().evidence().accepted(client, touch.id(), null, at);
        }
        desk.world().stop().humanReply(client, one.lead());
        Optional<Lead> lead = desk.world().leads().leads().findForUpdate(client, one.lead());
        if (lead.isEmpty()) {
            return new Taken.Nobody();
        }
        // whoever kept the same mail meanwhile held the lead's lock
        return known(claimed, writing, at).orElseGet(() -> keep(claimed, writing, lead.get(), one, at));
    }

    /** Whose it is as staff says, where we found nobody; somebody reads it in any case. */
    private Optional<ReplyMatch.Match> byHand(Claimed claimed, Writing writing, Instant at) {
        ClientId client = claimed.key().feed().client();
        return Optional.ofNullable(claimed.assigned())
                .map(lead -> new ReplyMatch.Match(
                        lead, match.touchOf(client, lead, writing, at).orElse(null), true));
    }

    /**
     * Before anybody reads on: whoever wrote it, and everybody with the same number; answers whether there was anybody.
     * Source: api 10.1, outreach 6.2.
     */
    private boolean leaveAloneAtOnce(ClientId client, Writing writing, Optional<ReplyMatch.Match> found, Instant at) {
        if (!writing.optsOutAtOnce()) {
            return false;
        }
        Set<LeadId> all = match.everybody(client, writing.way());
        found.map(ReplyMatch.Match::lead).ifPresent(all::add);
        all.forEach(lead -> optOuts.optOut(
                client,
                lead,
                found.map(ReplyMatch.Match::touch)
                        .filter(touch -> touch.lead().equals(lead))
                        .orElse(null),
                writing.way(),
                at));
        return !all.isEmpty();
    }

    private Optional<Taken> known(Claimed claimed, Writing writing, Instant at) {
        ClientId client = claimed.key().feed().client();
        return desk.stores()
                .replies()
                .findByProviderMessage(client, claimed.key().feed().vendor(), writing.key())
                .map(reply -> reply.reading() == null
                        ? takenUp(reply, writing, at)
                        : new Taken.Over(settled(Verdicts.done(claimed, desk.now()))));
    }

    /** Where a break left it. */
    private Taken takenUp(Reply reply, Writing writing, Instant at) {
        return desk.world()
                .leads()
                .leads()
                .find(reply.clientId(), reply.leadId())
                .<Taken>map(lead ->
                        new Taken.Kept(reply, lead, text(lead, reply.clientId(), writing, at), Optional.empty()))
                .orElseGet(() -> new Taken.Left(reply));
    }

    private Taken keep(Claimed claimed, Writing writing, Lead lead, ReplyMatch.Match found, Instant at) {
        Threadings.Placed placed = new Threadings(desk).receive(lead, writing, at);
        Reply reply = new Reply(
                new ReplyId(desk.ids().next()),
                lead.clientId(),
                placed.thread(),
                lead.id(),
                placed.message(),
                writing.channel(),
                claimed.key().feed().vendor(),
                writing.key(),
                writing.answerRef(),
                at,
                found.senderDiffers(),
                null,
                null,
                Reply.Handling.PENDING,
                null,
                null,
                false,
                0);
        desk.stores().replies().insert(reply);
        remember(writing, lead, at);
        Lead replied = !writing.automatic() && lead.status().repliesNow()
                ? desk.world().leads().leads().update(lead.becoming(LeadStatus.REPLIED, desk.now()))
                : lead;
        desk.publish(
                lead.clientId(),
                EventName.REPLY_RECEIVED,
                reply.id().value(),
                desk.now(),
                Map.of(
                        "reply_id",
                        reply.id().text(),
                        "lead_id",
                        lead.id().text(),
                        "channel",
                        writing.channel().wire()));
        return new Taken.Kept(
                reply, replied, text(lead, lead.clientId(), writing, at), Optional.ofNullable(found.touch()));
    }

    /** By these names the next message of the same person or in the same chat is known. */
    private void remember(Writing writing, Lead lead, Instant at) {
        if (writing instanceof Writing.Said said) {
            ContactRefs refs = desk.stores().channels().refs();
            Stream.of(said.thread(), said.about().theirs())
                    .flatMap(Stream::ofNullable)
                    .forEach(ref -> refs.remember(lead.clientId(), said.channel(), ref, lead.id(), at));
        }
    }

    /** It as the classifier reads it. */
    private InboundReply text(@Nullable Lead lead, ClientId client, Writing writing, Instant at) {
        return new ReadableReplies(desk).of(lead, client, ReadableReplies.Written.of(writing, at));
    }

    /** Kept for a person; somebody who wants to be left alone is, whoever it is. Source: content 4.1 row 5. */
    private Verdict unmatched(Claimed claimed, Writing writing, Instant at) {
        ClientId client = claimed.key().feed().client();
        wish(client, writing, at).ifPresent(reason -> {
            OptOuts.Way way = writing.way();
            desk.inTenant(
                    client,
                    () -> match.deleted(client, writing)
                            .flatMap(lead -> optOuts.close(client, lead.id(), reason, null, way, at)));
            switch (writing) {
                case Writing.Mail(InboundMail mail) -> optOuts.forEverybody(client, mail.from(), reason, way.source());
                case Writing.Said said -> {
                    if (way.number() != null) {
                        optOuts.forEverybody(client, way.number(), reason, way.source());
                    }
                    if (said.page() != null) {
                        optOuts.forEverybody(client, reason, way.source(), entries -> entries.linkedIn(said.page()));
                    }
                }
            }
        });
        return desk.inTenant(client, () -> settled(Verdicts.unmatched(claimed, desk.now())));
    }

    /** Of somebody who was deleted meanwhile nothing follows but the wish to be left alone. */
    private Verdict left(Claimed claimed, Reply reply, Writing writing, Instant at) {
        ClientId client = reply.clientId();
        Optional<SuppressionReason> wish = wish(client, writing, at);
        return desk.inTenant(client, () -> {
            wish.ifPresent(reason -> optOuts.close(client, reply.leadId(), reason, null, writing.way(), at));
            return settled(Verdicts.done(claimed, desk.now()));
        });
    }

    /** Whether somebody whose lead is not here wants to be left alone, and in what mood. */
    private Optional<SuppressionReason> wish(ClientId client, Writing writing, Instant at) {
        Classification.Flags flags = writing.meaning()
                .orElseGet(() -> classifier.classify(desk.inTenant(client, () -> text(null, client, writing, at))))
                .flags();
        return flags.anger()
                ? Optional.of(SuppressionReason.COMPLAINED)
                : flags.optOut() ? Optional.of(SuppressionReason.UNSUBSCRIBED) : Optional.empty();
    }

    private Verdict settled(Verdict verdict) {
        desk.stores().inbox().settle(List.of(verdict));
        return verdict;
    }
}
