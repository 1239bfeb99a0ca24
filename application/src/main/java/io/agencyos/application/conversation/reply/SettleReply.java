package io.agencyos.application.conversation.reply;

import io.agencyos.application.conversation.inbox.WebhookInbox.Claimed;
import io.agencyos.application.conversation.inbox.WebhookInbox.Verdict;
import io.agencyos.application.conversation.store.TouchOutcomes.Fact;
import io.agencyos.application.conversation.store.TouchOutcomes.Known;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.PermissionMode;
import io.agencyos.domain.conversation.Classification;
import io.agencyos.domain.conversation.Intent;
import io.agencyos.domain.conversation.Reply;
import io.agencyos.domain.conversation.ReplyEffects;
import io.agencyos.domain.conversation.ReplyEffects.EnrolmentChange;
import io.agencyos.domain.conversation.ReplyEffects.ThreadEffect;
import io.agencyos.domain.conversation.ReplyPolicy;
import io.agencyos.domain.conversation.ThreadOutcome;
import io.agencyos.domain.conversation.ThreadStatus;
import io.agencyos.domain.conversation.WholeCompany;
import io.agencyos.domain.lead.Activity;
import io.agencyos.domain.lead.ActivityAction;
import io.agencyos.domain.lead.ActivityActor;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.lead.SuppressionReason;
import io.agencyos.domain.platform.EventName;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.UserId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything that follows from what a reply means, in the caller's unit of work: enrolment first, then the lead, its
 * person, its thread and the tasks. Source: content 4.6.
 */
public final class SettleReply {

    private static final LocalTime MORNING = LocalTime.of(9, 0);

    private final Desk desk;
    private final ReplyMatch match;
    private final OptOuts optOuts;
    private final PersonEffects people;
    private final ReplyTasks tasks;
    private final Threadings threads;
    private final UndoReading undo;
    private final Callbacks callbacks;

    public SettleReply(Desk desk, ReplyMatch match, OptOuts optOuts) {
        this.desk = desk;
        this.match = match;
        this.optOuts = optOuts;
        this.people = new PersonEffects(desk, optOuts);
        this.tasks = new ReplyTasks(desk);
        this.threads = new Threadings(desk);
        this.undo = new UndoReading(desk);
        this.callbacks = new Callbacks(desk);
    }

    /**
     * @param reply as it was kept; whoever settled it meanwhile has changed it, and this unit fails
     * @param seen the lead, which is not yet locked
     * @param touch what it answers, empty where that is still to be found
     */
    Verdict settle(
            Claimed claimed,
            Reply reply,
            Lead seen,
            Writing writing,
            Optional<Known> touch,
            Classification read,
            Instant at) {
        settle(reply, seen, writing, touch, read, at);
        Verdict done = Verdicts.done(claimed, desk.now());
        desk.stores().inbox().settle(List.of(done));
        return done;
    }

    private void settle(
            Reply reply, Lead seen, Writing writing, Optional<Known> answers, Classification read, Instant at) {
        ClientId client = reply.clientId();
        Optional<Client> ours = desk.world().clients().find(client);
        ZoneId zone = Desk.zoneOf(seen, ours);
        ReplyPolicy.Circumstances around = new ReplyPolicy.Circumstances(
                        LocalDate.ofInstant(at, zone), mode(seen, ours), reply.senderDiffers(), false, false)
                .readFrom(read);
        ReplyEffects effects = callbacks
                .at(reply, seen, writing, read, mode(seen, ours), at.atZone(zone))
                .map(ReplyPolicy::calledAgain)
                .orElseGet(() -> ReplyPolicy.effectsOf(read, around));
        move(reply, seen, effects.enrolment(), zone);
        leaveOthersAlone(seen, writing.way(), effects, at);
        desk.world()
                .leads()
                .leads()
                .findForUpdate(client, seen.id())
                .ifPresent(lead -> settle(reply, lead, writing, answers, read, effects, at.atZone(zone)));
    }

    /**
     * Who wrote a wish in another's thread, or shares the number that it came from, is left alone as well, and so is whoever else
     * turned out to be the same person.
     */
    private void leaveOthersAlone(Lead lead, OptOuts.Way way, ReplyEffects effects, Instant at) {
        if (leavesAlone(effects)) {
            match.everybody(lead.clientId(), way).stream()
                    .filter(other -> !other.equals(lead.id()))
                    .forEach(other -> optOuts.close(lead.clientId(), other, reasonOf(effects), null, way, at));
            optOuts.closeSame(lead, reasonOf(effects), way, at);
        }
    }

    private static SuppressionReason reasonOf(ReplyEffects effects) {
        return effects.suppression().map(ReplyEffects.SuppressionEffect::reason).orElse(SuppressionReason.UNSUBSCRIBED);
    }

    /** The same for the lead and all that hangs on it, under its lock. */
    private void settle(
            Reply reply,
            Lead lead,
            Writing writing,
            Optional<Known> answers,
            Classification read,
            ReplyEffects effects,
            ZonedDateTime written) {
        ClientId client = reply.clientId();
        Instant at = written.toInstant();
        boolean silenced = lead.status() == LeadStatus.UNSUBSCRIBED && !leavesAlone(effects);
        Known touch =
                answers.or(() -> match.touchOf(client, lead.id(), writing, at)).orElse(null);
        boolean answered = isAnswer(read);
        people.apply(lead, effects, answered, new PersonEffects.From(reply.id(), writing.way(), touch, at));
        if (opensTheDoor(reply, read)) {
            people.forgetRefusal(lead);
        }
        tasks.open(reply, lead, effects, silenced && answered, written);
        if (read.intent() == Intent.UNSUBSCRIBE && WholeCompany.isMeant(writing.text())) {
            tasks.offerCompany(reply, lead, written);
        }
        threads.settle(
                client,
                reply.threadId(),
                silenced
                        ? new ThreadEffect(ThreadStatus.DEAD, Optional.of(ThreadOutcome.REJECTED), false)
                        : effects.thread(),
                read.intent().wire());
        tell(reply, lead, touch, read, answered, at);
        desk.stores()
                .replies()
                .update(reply.classified(
                        Reply.Reading.of(read, desk.now()), handling(reply, effects, silenced), review(reply, read)));
        publish(reply, read, effects);
    }

    /**
     * What follows from a person's word on what the reply means, after what its reading did was taken back where that can
     * be. Whoever wanted to be left alone stays so. Source: content 4.6.
     *
     * @param meant the reading with the person's intent in it
     * @param seen the lead, which is not yet locked
     */
    public Reply correct(Reply reply, Lead seen, Classification meant, @Nullable UserId by) {
        ClientId client = reply.clientId();
        Optional<Client> ours = desk.world().clients().find(client);
        ZoneId zone = Desk.zoneOf(seen, ours);
        ReplyPolicy.Circumstances around = ReplyPolicy.Circumstances.on(
                        LocalDate.ofInstant(reply.receivedAt(), zone), mode(seen, ours))
                .readFrom(meant);
        ReplyEffects effects = ReplyPolicy.effectsOf(meant, around);
        boolean answered = Callbacks.isAnswer(meant.intent());
        if (answered) {
            desk.world().stop().humanReply(client, seen.id());
        }
        move(reply, seen, effects.enrolment(), zone);
        OptOuts.Way way = wayOf(reply);
        leaveOthersAlone(seen, way, effects, reply.receivedAt());
        Lead locked =
                desk.world().leads().leads().findForUpdate(client, seen.id()).orElse(seen);
        boolean closed = locked.status() == LeadStatus.UNSUBSCRIBED;
        undo.tasks(reply, by);
        Known touch = desk.stores()
                .outcomes()
                .latest(client, locked.id(), reply.channel(), reply.receivedAt())
                .orElse(null);
        if (!closed || leavesAlone(effects)) {
            Lead lead = closed ? locked : undo.person(reply, locked, effects, answered);
            people.apply(lead, effects, answered, new PersonEffects.From(reply.id(), way, touch, reply.receivedAt()));
            if (meant.intent() == Intent.MEETING_REQUEST || meant.intent() == Intent.INTERESTED) {
                people.forgetRefusal(lead);
            }
            tasks.open(reply, lead, effects, false, desk.now().atZone(zone));
            threads.settle(
                    client, reply.threadId(), effects.thread(), meant.intent().wire());
        }
        if (answered && touch != null) {
            desk.stores()
                    .outcomes()
                    .fold(client, List.of(new Fact.Replied(touch.id(), reply.receivedAt(), meant.intent())));
        }
        Reply corrected =
                desk.stores().replies().update(reply.corrected(meant.intent(), handling(reply, effects, closed)));
        publish(corrected, meant, effects);
        return corrected;
    }

    /**
     * The same where the lead was deleted meanwhile: a wish to be left alone is granted all the same, and nothing else is
     * left to be done.
     */
    public Reply correctLeft(Reply reply, Classification meant) {
        ReplyEffects effects = ReplyPolicy.effectsOf(
                meant,
                ReplyPolicy.Circumstances.on(
                                LocalDate.ofInstant(reply.receivedAt(), ZoneOffset.UTC), PermissionMode.MANUAL)
                        .readFrom(meant));
        if (!leavesAlone(effects)) {
            return reply;
        }
        optOuts.close(reply.clientId(), reply.leadId(), reasonOf(effects), null, wayOf(reply), reply.receivedAt());
        return desk.stores().replies().update(reply.corrected(meant.intent(), Reply.Handling.NO_ANSWER));
    }

    /** From where the reply came, as it stands at its message. */
    private OptOuts.Way wayOf(Reply reply) {
        return desk
                .stores()
                .threads()
                .messages(reply.clientId(), List.of(reply.threadId()), List.of(reply.messageId()))
                .stream()
                .findFirst()
                .map(message -> OptOuts.Way.of(reply.channel(), message.sender()))
                .orElseGet(() -> OptOuts.Way.of(reply.channel(), null));
    }

    private PermissionMode mode(Lead lead, Optional<Client> client) {
        PermissionMode own = lead.campaignId() == null
                ? null
                : desk.world()
                        .campaigns()
                        .find(lead.clientId(), lead.campaignId())
                        .map(campaign -> campaign.permissionMode())
                        .orElse(null);
        return own != null ? own : client.map(Client::defaultPermissionMode).orElse(PermissionMode.MANUAL);
    }

    private void move(Reply reply, Lead lead, EnrolmentChange change, ZoneId zone) {
        ClientId client = lead.clientId();
        switch (change) {
            case EnrolmentChange.Await await -> {
                // the reply did it already
            }
            // a person has one lead and a lead one enrolment in a client, so both scopes are the same here
            case EnrolmentChange.Stop(var reason, var scope) ->
                desk.world().stop().stop(client, lead.id(), reason);
            case EnrolmentChange.SnoozeUntil(var until, var byItself) -> snooze(reply, until.toInstant(), byItself);
            case EnrolmentChange.SnoozeUntilDay(var day, var byItself) ->
                snooze(reply, day.atTime(MORNING).atZone(zone).toInstant(), byItself);
            case EnrolmentChange.Restore restore -> resume(reply);
            case EnrolmentChange.ResumeWithoutPhone resume -> resume(reply);
        }
    }

    /** What only a person may wake stays where it is; {@link ReplyTasks} reminds somebody of it. */
    private void snooze(Reply reply, Instant until, boolean byItself) {
        if (byItself && callbacks.nobodyElseWaits(reply)) {
            desk.world().stop().snooze(reply.clientId(), reply.leadId(), until);
        }
    }

    private void resume(Reply reply) {
        if (callbacks.nobodyElseWaits(reply)) {
            desk.world().stop().resumeAfterMachineReply(reply.clientId(), reply.leadId());
        }
    }

    private static boolean isAnswer(Classification read) {
        return read.flags().optOut() || read.flags().anger() || read.isHuman() && Callbacks.isAnswer(read.intent());
    }

    /** Whoever said no and now asks for more is not held to the no; a doubtful reading changes nothing. */
    private static boolean opensTheDoor(Reply reply, Classification read) {
        boolean positive = read.intent() == Intent.MEETING_REQUEST || read.intent() == Intent.INTERESTED;
        return positive && isAnswer(read) && !review(reply, read);
    }

    private static boolean leavesAlone(ReplyEffects effects) {
        return effects.leadStatus()
                .filter(status -> status == LeadStatus.UNSUBSCRIBED)
                .isPresent();
    }

    /** Nobody writes an answer to what was said in a call. */
    private static Reply.Handling handling(Reply reply, ReplyEffects effects, boolean silenced) {
        boolean answer = reply.channel() != Channel.VOICE
                && switch (effects.answer()) {
                    case CALENDAR_LINK, ANSWER_WITH_SOFT_ASK, ANSWER, THANKS -> true;
                    case NONE_BY_DEFAULT, NEVER -> false;
                };
        return answer || silenced || !effects.tasks().isEmpty() ? Reply.Handling.NEEDS_HUMAN : Reply.Handling.NO_ANSWER;
    }

    private static boolean review(Reply reply, Classification read) {
        return read.intent() != Intent.AUTO_REPLY && (read.needsReview() || reply.senderDiffers())
                || read.flags().anger();
    }

    private void tell(
            Reply reply, Lead lead, @Nullable Known touch, Classification read, boolean answered, Instant at) {
        if (answered && touch != null) {
            desk.stores().outcomes().fold(lead.clientId(), List.of(new Fact.Replied(touch.id(), at, read.intent())));
        }
        desk.world()
                .activities()
                .append(desk.activity(
                        lead.clientId(),
                        lead.id(),
                        touch,
                        answered ? ActivityAction.REPLIED : ActivityAction.NOTE,
                        at,
                        Activity.keyOf(reply.id()),
                        read.intent().wire(),
                        answered ? ActivityActor.LEAD : ActivityActor.VENDOR,
                        reply.channel()));
    }

    private void publish(Reply reply, Classification read, ReplyEffects effects) {
        String alerts = effects.alerts().stream()
                .map(alert -> alert.name().toLowerCase(java.util.Locale.ROOT))
                .sorted()
                .reduce((one, other) -> one + "," + other)
                .orElse("");
        desk.publish(
                reply.clientId(),
                EventName.REPLY_CLASSIFIED,
                reply.id().value(),
                desk.now(),
                Map.of(
                        "reply_id", reply.id().text(),
                        "lead_id", reply.leadId().text(),
                        "intent", read.intent().wire(),
                        "confidence", read.confidence().toPlainString(),
                        "priority", read.priority().wire(),
                        "alerts", alerts));
    }
}
