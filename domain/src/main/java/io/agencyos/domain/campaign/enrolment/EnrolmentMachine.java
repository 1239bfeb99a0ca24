package io.agencyos.domain.campaign.enrolment;

import io.agencyos.domain.campaign.enrolment.EnrolmentEvent.Plain;
import io.agencyos.domain.campaign.enrolment.EnrolmentMove.Moved;
import io.agencyos.domain.campaign.enrolment.EnrolmentMove.Unchanged;
import io.agencyos.domain.shared.id.ResourceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The states of an enrolment and what moves them; total over states and events. Nothing leaves a terminal state.
 * Source: outreach 2.6.
 */
public final class EnrolmentMachine {

    private static final Enrolment.Hold REPLY_OPEN =
            new Enrolment.Hold("reply_open", null, "Answer the reply or mark it as handled.");

    private EnrolmentMachine() {}

    /** The enrolment after the event, at {@code now}. */
    public static EnrolmentMove on(Enrolment enrolment, EnrolmentEvent event, Instant now) {
        return switch (event) {
            case EnrolmentEvent.StepDone done -> stepDone(enrolment, done, now);
            case Plain plain -> enrolment.state().isTerminal() ? new Unchanged() : plain(enrolment, plain, now);
            case EnrolmentEvent.OutOfOffice away -> outOfOffice(enrolment, away);
            case EnrolmentEvent.HardBounce bounce -> bounce(enrolment, bounce, now);
            case EnrolmentEvent.Suppressed(var reason) -> stop(enrolment, new StopReason.Suppressed(reason), now);
            case EnrolmentEvent.LeadLost(var reason) -> stop(enrolment, reason, now);
            case EnrolmentEvent.Hold(var hold) -> hold(enrolment, hold);
            case EnrolmentEvent.Deferred(var dueAt) -> deferred(enrolment, dueAt);
            case EnrolmentEvent.Redated(var dueAt) -> deferred(enrolment, dueAt);
            case EnrolmentEvent.SenderChosen(var sender) -> senderChosen(enrolment, sender);
            case EnrolmentEvent.Exhausted exhausted -> exhausted(enrolment, now);
            case EnrolmentEvent.Resume(var dueAt) -> resume(enrolment, dueAt, now);
        };
    }

    private static EnrolmentMove plain(Enrolment e, Plain event, Instant now) {
        return switch (event) {
            case HUMAN_REPLY -> reply(e);
            case INTENT_MEETING_REQUEST -> stays(e, EnrolmentEffect.TASK_FOR_CLIENT);
            case INTENT_INTERESTED_OR_QUESTION -> stays(e, EnrolmentEffect.PRIORITY_INBOX);
            case INTENT_UNCLEAR -> stays(e, EnrolmentEffect.TASK_CLASSIFY_BY_HAND);
            case INTENT_NOT_INTERESTED ->
                settled(e, StopReason.Plain.REPLIED_NOT_INTERESTED, now, EnrolmentEffect.SUPPRESS_NOT_INTERESTED);
            case INTENT_REFERRAL -> settled(e, StopReason.Plain.REFERRAL, now, EnrolmentEffect.TASK_NEW_LEAD);
            case INTENT_WRONG_PERSON ->
                settled(e, StopReason.Plain.WRONG_PERSON, now, EnrolmentEffect.SUPPRESS_WRONG_PERSON);
            case INTENT_UNSUBSCRIBE ->
                stop(e, StopReason.Plain.UNSUBSCRIBED, now, EnrolmentEffect.SUPPRESS_UNSUBSCRIBED);
            case INTENT_COMPLAINT -> stop(e, StopReason.Plain.COMPLAINED, now, EnrolmentEffect.SUPPRESS_COMPLAINED);
            case SPAM_COMPLAINT ->
                stop(e, StopReason.Plain.COMPLAINED, now, EnrolmentEffect.SUPPRESS_COMPLAINED_EVERYWHERE);
            case INTENT_AUTO_REPLY -> machineReply(e, now);
            case MEETING_BOOKED -> convert(e, "meeting_booked", EnrolmentEffect.LEAD_MEETING_BOOKED, now);
            case DEAL_MADE -> convert(e, "deal_open", EnrolmentEffect.LEAD_CONVERTED, now);
            case MEETING_LOST -> new Unchanged();
            case CAMPAIGN_COMPLETED -> stop(e, StopReason.Plain.CAMPAIGN_COMPLETED, now);
            case REJECTED_BY_USER -> stop(e, StopReason.Plain.REJECTED_BY_USER, now);
        };
    }

    private static EnrolmentMove stepDone(Enrolment e, EnrolmentEvent.StepDone done, Instant now) {
        List<EnrolmentEffect> effects = new ArrayList<>();
        var next = e.change();
        next.currentStep(Math.max(e.currentStep(), done.stepNo()), done.effective());
        if (e.anchorDate() == null) {
            next.anchorDate(done.effective());
        }
        if (done.sent() && e.startedAt() == null) {
            next.startedAt(now);
            effects.add(EnrolmentEffect.COUNT_CONTACTED);
        }
        // an outcome that comes after a stop, a reply or a snooze settles its step and moves no state
        if (e.state().maySend()) {
            next.state(done.sent() ? EnrolmentState.ACTIVE : e.state()).next(done.nextStep(), done.dueAt());
            if (effects.contains(EnrolmentEffect.COUNT_CONTACTED)) {
                effects.add(EnrolmentEffect.LEAD_IN_SEQUENCE);
            }
            if (done.nextStep() == null) {
                next.end(EnrolmentState.COMPLETED, null, now);
                effects.add(EnrolmentEffect.AWAIT_LATE_ANSWER);
            }
        } else if (!e.state().isTerminal()) {
            // whatever it waits for, it must not come back to a step that is over and contact the lead again
            next.next(done.nextStep(), done.dueAt());
        }
        return new Moved(next.done(), effects);
    }

    /** It runs again, or is complete where its last step was settled while it waited. */
    private static EnrolmentMove goesOn(Enrolment e, EnrolmentDraft again, EnrolmentEffect effect, Instant now) {
        return e.nextStep() == null
                ? new Moved(
                        again.end(EnrolmentState.COMPLETED, null, now).done(),
                        List.of(EnrolmentEffect.AWAIT_LATE_ANSWER))
                : new Moved(again.done(), List.of(effect));
    }

    private static EnrolmentMove reply(Enrolment e) {
        return e.state() == EnrolmentState.AWAITING_OUTCOME
                ? new Unchanged()
                : new Moved(
                        e.change()
                                .state(EnrolmentState.AWAITING_OUTCOME)
                                .hold(REPLY_OPEN)
                                .done(),
                        List.of(EnrolmentEffect.CANCEL_OPEN_TOUCHES));
    }

    private static EnrolmentMove stays(Enrolment e, EnrolmentEffect effect) {
        return e.state() == EnrolmentState.AWAITING_OUTCOME ? new Moved(e, List.of(effect)) : new Unchanged();
    }

    /** Intents that count only while the reply is open. */
    private static EnrolmentMove settled(Enrolment e, StopReason reason, Instant now, EnrolmentEffect effect) {
        return e.state() == EnrolmentState.AWAITING_OUTCOME ? stop(e, reason, now, effect) : new Unchanged();
    }

    private static EnrolmentMove stop(Enrolment e, StopReason reason, Instant now, EnrolmentEffect... more) {
        return ended(e, EnrolmentState.STOPPED, reason.wire(), now, more);
    }

    private static EnrolmentMove convert(Enrolment e, String code, EnrolmentEffect effect, Instant now) {
        return ended(e, EnrolmentState.CONVERTED, code, now, effect);
    }

    private static EnrolmentMove ended(
            Enrolment e, EnrolmentState end, String code, Instant now, EnrolmentEffect... more) {
        if (e.state().isTerminal()) {
            return new Unchanged();
        }
        List<EnrolmentEffect> effects =
                new ArrayList<>(List.of(EnrolmentEffect.CANCEL_OPEN_TOUCHES, EnrolmentEffect.SETTLE_STEPS));
        effects.addAll(List.of(more));
        return new Moved(e.change().end(end, code, now).done(), effects);
    }

    private static EnrolmentMove outOfOffice(Enrolment e, EnrolmentEvent.OutOfOffice away) {
        return e.state() == EnrolmentState.AWAITING_OUTCOME
                ? new Moved(
                        e.change()
                                .hold(null)
                                .state(EnrolmentState.SNOOZED)
                                .snoozedUntil(away.wakeAt())
                                .done(),
                        List.of(EnrolmentEffect.RECOMPUTE_DUE))
                : new Unchanged();
    }

    // A hold that the reply interrupted is not remembered: whatever caused it is found again by the next gate.
    private static EnrolmentMove machineReply(Enrolment e, Instant now) {
        return e.state() == EnrolmentState.AWAITING_OUTCOME
                ? goesOn(e, e.change().hold(null).state(before(e)), EnrolmentEffect.REPLAN_CANCELLED, now)
                : new Unchanged();
    }

    private static EnrolmentState before(Enrolment e) {
        return e.snoozedUntil() == null ? running(e) : EnrolmentState.SNOOZED;
    }

    private static EnrolmentState running(Enrolment e) {
        return e.startedAt() == null ? EnrolmentState.PENDING : EnrolmentState.ACTIVE;
    }

    private static EnrolmentMove bounce(Enrolment e, EnrolmentEvent.HardBounce bounce, Instant now) {
        if (e.state().isTerminal()) {
            return new Unchanged();
        }
        return bounce.otherChannelLeft()
                ? new Moved(e, List.of(EnrolmentEffect.CLOSE_EMAIL))
                : stop(e, StopReason.Plain.BOUNCED, now, EnrolmentEffect.CLOSE_EMAIL, EnrolmentEffect.LEAD_BOUNCED);
    }

    private static EnrolmentMove hold(Enrolment e, Enrolment.Hold hold) {
        return e.state().maySend()
                ? new Moved(e.change().state(EnrolmentState.HELD).hold(hold).done(), List.of())
                : new Unchanged();
    }

    private static EnrolmentMove deferred(Enrolment e, Instant dueAt) {
        return e.state().maySend()
                ? new Moved(e.change().next(e.nextStep(), dueAt).done(), List.of())
                : new Unchanged();
    }

    private static EnrolmentMove senderChosen(Enrolment e, ResourceId sender) {
        return e.state().isTerminal() || sender.equals(e.stickyResource())
                ? new Unchanged()
                : new Moved(e.change().sender(sender).done(), List.of());
    }

    private static EnrolmentMove exhausted(Enrolment e, Instant now) {
        return e.state().maySend()
                ? new Moved(
                        e.change().end(EnrolmentState.COMPLETED, null, now).done(),
                        List.of(
                                EnrolmentEffect.CANCEL_OPEN_TOUCHES,
                                EnrolmentEffect.SETTLE_STEPS,
                                EnrolmentEffect.AWAIT_LATE_ANSWER))
                : new Unchanged();
    }

    private static EnrolmentMove resume(Enrolment e, Instant dueAt, Instant now) {
        return switch (e.state()) {
            case HELD, SNOOZED ->
                goesOn(
                        e,
                        e.change()
                                .state(running(e))
                                .hold(null)
                                .snoozedUntil(null)
                                .next(e.nextStep(), dueAt),
                        EnrolmentEffect.RECOMPUTE_DUE,
                        now);
            case PENDING, ACTIVE, AWAITING_OUTCOME, COMPLETED, CONVERTED, STOPPED -> new Unchanged();
        };
    }
}
