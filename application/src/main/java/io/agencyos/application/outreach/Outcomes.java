package io.agencyos.application.outreach;

import io.agencyos.application.outreach.channel.SendOutcome;
import io.agencyos.application.outreach.engine.Changes;
import io.agencyos.application.outreach.engine.Engine;
import io.agencyos.application.outreach.engine.Outlet;
import io.agencyos.application.outreach.engine.Setting;
import io.agencyos.application.outreach.engine.TouchCase;
import io.agencyos.application.outreach.gate.Folding;
import io.agencyos.application.outreach.gate.GateKeeping;
import io.agencyos.application.outreach.gate.NextSteps;
import io.agencyos.application.outreach.stop.StopOutreachService;
import io.agencyos.application.outreach.store.CallLog;
import io.agencyos.application.outreach.store.Quotas;
import io.agencyos.application.outreach.store.SentLog;
import io.agencyos.domain.campaign.enrolment.Enrolment;
import io.agencyos.domain.campaign.enrolment.EnrolmentEvent;
import io.agencyos.domain.lead.Activity;
import io.agencyos.domain.lead.ActivityAction;
import io.agencyos.domain.lead.ActivityActor;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.outreach.RetryLadder;
import io.agencyos.domain.outreach.calendar.Holidays;
import io.agencyos.domain.outreach.touch.SentWhen;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.outreach.touch.TouchEffect;
import io.agencyos.domain.outreach.touch.TouchMachine;
import io.agencyos.domain.outreach.touch.TouchMove;
import io.agencyos.domain.outreach.touch.TouchState;
import io.agencyos.domain.platform.EventName;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.id.ActivityId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.ResourceId;
import io.agencyos.domain.shared.id.TouchId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * T5: what a call came to is folded into touch, quota, step, enrolment and timeline in one unit; and the same for proof
 * of acceptance from anywhere else. Source: outreach 4.3 T5, 4.5, 4.7.
 */
final class Outcomes {

    private static final Duration ACCOUNT_RETRY = Duration.ofMinutes(15);

    private final Engine engine;

    Outcomes(Engine engine) {
        this.engine = engine;
    }

    /** Folds finished calls. */
    void fold(ClientId client, List<VendorCalls.Finished> finished, Holidays holidays) {
        engine.inTenant(client, () -> {
            Instant now = engine.clock().now();
            Map<TouchId, VendorCalls.Finished> byTouch = new HashMap<>();
            finished.forEach(one -> byTouch.put(one.call().touch().id(), one));
            Folding folding = folding(
                    client,
                    byTouch.values().stream().map(one -> one.call().touch()).toList(),
                    holidays,
                    now);
            List<CallLog.Ended> ended = new ArrayList<>();
            Map<TouchId, Integer> tries = tries(client, finished);
            for (TouchCase one : folding.cases()) {
                VendorCalls.Finished call = byTouch.get(one.touch().id());
                ended.add(new CallLog.Ended(
                        one.touch().id(), call.call().token(), logged(call.outcome()), asked(call.outcome())));
                fold(one, call, tries.getOrDefault(one.touch().id(), 0), folding);
            }
            engine.stores().callLog().end(client, ended, now);
            settle(client, finished);
            folding.changes().flush();
            return finished.size();
        });
        finished.forEach(this::heard);
    }

    /** What was set aside for calls that are paid by use: used, or given back. Nobody knows what an ambiguous one cost. */
    private void settle(ClientId client, List<VendorCalls.Finished> finished) {
        List<UUID> used = new ArrayList<>();
        List<UUID> unused = new ArrayList<>();
        for (VendorCalls.Finished one : finished) {
            Touch touch = one.call().touch();
            engine.outlets().of(touch).metered(touch).ifPresent(use -> {
                switch (one.outcome()) {
                    case SendOutcome.Accepted accepted -> {
                        if (use.exact()) {
                            used.add(touch.id().value());
                        }
                    }
                    case SendOutcome.Rejected rejected -> unused.add(touch.id().value());
                    case SendOutcome.NotAccepted notAccepted ->
                        unused.add(touch.id().value());
                    case SendOutcome.Ambiguous ambiguous -> {
                        // stays set aside until the look-up knows
                    }
                }
            });
        }
        if (!used.isEmpty()) {
            engine.world().meter().book().settle(client, used);
        }
        if (!unused.isEmpty()) {
            engine.world().meter().book().drop(client, unused);
        }
    }

    /** Asked only about those that were not accepted, which are few. */
    private Map<TouchId, Integer> tries(ClientId client, List<VendorCalls.Finished> finished) {
        List<TouchId> refused = finished.stream()
                .filter(one -> logged(one.outcome()) == CallLog.Outcome.NOT_ACCEPTED)
                .map(one -> one.call().touch().id())
                .toList();
        return refused.isEmpty() ? Map.of() : engine.stores().callLog().triesUsed(client, refused);
    }

    private static boolean asked(SendOutcome outcome) {
        return switch (outcome) {
            case SendOutcome.NotAccepted(VendorFailure failure, Duration retryAfter) ->
                retryAfter != null || ofTheAccount(failure) || failure instanceof VendorFailure.RateLimited;
            case SendOutcome.Accepted accepted -> false;
            case SendOutcome.Rejected rejected -> false;
            case SendOutcome.Ambiguous ambiguous -> false;
        };
    }

    private void heard(VendorCalls.Finished finished) {
        Touch touch = finished.call().touch();
        switch (finished.outcome()) {
            case SendOutcome.Rejected(VendorFailure failure) ->
                engine.outlets().of(touch).heard(touch, failure);
            case SendOutcome.NotAccepted(VendorFailure failure, Duration retryAfter) ->
                engine.outlets().of(touch).heard(touch, failure);
            case SendOutcome.Accepted accepted -> {
                // it works
            }
            case SendOutcome.Ambiguous ambiguous -> {
                // nobody knows
            }
        }
    }

    private static CallLog.Outcome logged(SendOutcome outcome) {
        return switch (outcome) {
            case SendOutcome.Accepted accepted -> CallLog.Outcome.ACCEPTED;
            case SendOutcome.Rejected rejected -> CallLog.Outcome.REJECTED;
            case SendOutcome.NotAccepted notAccepted -> CallLog.Outcome.NOT_ACCEPTED;
            case SendOutcome.Ambiguous ambiguous -> CallLog.Outcome.AMBIGUOUS;
        };
    }

    /** Locks these touches, however they are by now, and reads what their outcomes need; inside the caller's unit. */
    Folding folding(ClientId client, Collection<Touch> touches, Holidays holidays, Instant now) {
        return new Folding(
                engine, engine.lock(client, touches, Setting.Hold.READ, holidays, now), engine.changes(client, now));
    }

    private void fold(TouchCase one, VendorCalls.Finished finished, int tries, Folding folding) {
        VendorCalls.Begun call = finished.call();
        Instant now = folding.changes().now();
        switch (finished.outcome()) {
            case SendOutcome.Accepted(String ref) -> accepted(one, ref, now, folding);
            case SendOutcome.Rejected(VendorFailure failure) -> {
                folding.changes().told(one.touch(), failure);
                rejected(one, call, failure, folding);
            }
            case SendOutcome.NotAccepted(VendorFailure failure, Duration retryAfter) -> {
                folding.changes().told(one.touch(), failure);
                notAccepted(one, call, failure, retryAfter, tries, folding);
            }
            case SendOutcome.Ambiguous(VendorFailure failure) ->
                GateKeeping.apply(
                        TouchMachine.ambiguous(
                                one.touch(),
                                call.token(),
                                now.plus(call.handover().semantics().settleDelay()),
                                text(failure)),
                        folding.changes());
        }
    }

    /** Nobody is contacted and nothing is wrong with the message: it waits until the account works again. */
    private static boolean ofTheAccount(VendorFailure failure) {
        return failure instanceof VendorFailure.Unauthorized || failure instanceof VendorFailure.OutOfCredits;
    }

    private static void notAccepted(
            TouchCase one,
            VendorCalls.Begun call,
            VendorFailure failure,
            @Nullable Duration retryAfter,
            int tries,
            Folding folding) {
        Changes changes = folding.changes();
        Optional<Duration> wait = wait(one, failure, retryAfter, tries);
        Instant retryAt = wait.map(changes.now()::plus).orElseGet(() -> nextDay(one, changes.now()));
        TouchMove move = TouchMachine.notAccepted(one.touch(), call.token(), retryAt, text(failure), stopCode(one));
        if (!GateKeeping.apply(move, changes)) {
            return;
        }
        if (wait.isEmpty()) {
            changes.alert(
                    "vendor_unreachable",
                    call.handover().vendor(),
                    "Nobody answers at " + call.handover().vendor() + ". What was due waits for its next day.");
        }
        if (ofTheAccount(failure)) {
            changes.block(one.touch().leadId(), new Lead.Block("vendor_account_blocked", retryAt));
            changes.alert(
                    "vendor_account_blocked",
                    call.handover().vendor(),
                    "Nothing can be sent: check the account of "
                            + call.handover().vendor() + ".");
        }
    }

    /** Each touch in its own minute: all that waited for a vendor would else leave in the first one. */
    private static Instant nextDay(TouchCase one, Instant now) {
        return one.calendar()
                .nextDay(now)
                .flatMap(opens -> one.calendar().slotFrom(opens, one.touch().idempotencyKey()))
                .orElseGet(() -> now.plus(Duration.ofDays(1)));
    }

    /**
     * The code with which a touch of an enrolment that is over ends; null while it may go on. What a person wrote goes on
     * unless the lead was stopped for good: the gates look at it again before it leaves. Source: outreach 4.3 T5, 4.5.
     */
    static @Nullable String stopCode(TouchCase one) {
        Enrolment run = one.enrolment();
        boolean goesOn = one.touch().byHand() == null ? run.state().maySend() : !StopOutreachService.silences(run);
        return goesOn ? null : GateKeeping.ended(run);
    }

    /** Empty where the tries are used up: the touch waits for its next day. */
    private static Optional<Duration> wait(
            TouchCase one, VendorFailure failure, @Nullable Duration retryAfter, int tries) {
        Channel channel = one.touch().kind().channel();
        if (ofTheAccount(failure)) {
            return Optional.of(ACCOUNT_RETRY);
        }
        if (failure instanceof VendorFailure.RateLimited limited) {
            return Optional.of(RetryLadder.asked(channel, tries, limited.retryAfter()));
        }
        return retryAfter == null
                ? RetryLadder.after(channel, tries + 1)
                : Optional.of(RetryLadder.asked(channel, tries, retryAfter));
    }

    private void rejected(TouchCase one, VendorCalls.Begun call, VendorFailure failure, Folding folding) {
        switch (engine.outlets().of(one.touch()).refusal(one.touch(), failure)) {
            case OF_THE_ACCOUNT -> notAccepted(one, call, failure, null, 0, folding);
            case OF_THE_RECIPIENT -> rejected(one, call, failure, true, true, folding);
            case OF_THIS_CONTACT -> rejected(one, call, failure, true, false, folding);
            case OF_THE_MESSAGE -> rejected(one, call, failure, false, false, folding);
            case DONE_BEFORE -> accepted(one, null, folding.changes().now(), folding);
            case PRICE_ROSE -> askedAgain(one, call, failure, folding);
            case OVERTAKEN -> {
                TouchMove move = TouchMachine.notAccepted(
                        one.touch(), call.token(), folding.changes().now(), text(failure), stopCode(one));
                GateKeeping.apply(move, folding.changes());
            }
        }
    }

    /** Nothing left and nothing was paid; it is written and offered anew, with its price. */
    private static void askedAgain(TouchCase one, VendorCalls.Begun call, VendorFailure failure, Folding folding) {
        TouchMove move = TouchMachine.notAccepted(
                one.touch(), call.token(), folding.changes().now(), text(failure), stopCode(one));
        boolean goesOn = one.enrolment().state().maySend();
        if (GateKeeping.apply(move, folding.changes()) && goesOn && move instanceof TouchMove.Moved moved) {
            GateKeeping.apply(TouchMachine.redraft(moved.touch()), folding.changes());
        }
    }

    /**
     * @param recipient whether it is about the recipient rather than what was said
     * @param closes whether nobody is reached there any more
     */
    private void rejected(
            TouchCase one,
            VendorCalls.Begun call,
            VendorFailure failure,
            boolean recipient,
            boolean closes,
            Folding folding) {
        String code = recipient ? "recipient_rejected" : "payload_invalid";
        TouchMove move = TouchMachine.rejected(one.touch(), call.token(), code, text(failure), !recipient);
        if (GateKeeping.apply(move, folding.changes())) {
            ended(one, move, folding);
            if (closes && !one.touch().isRedirected()) {
                folding.changes().unreachable(one.touch());
            } else if (!recipient) {
                folding.changes()
                        .on(
                                one.enrolment(),
                                new EnrolmentEvent.Hold(new Enrolment.Hold(
                                        code,
                                        null,
                                        "The vendor refuses what we send. Look at the task, then resume.")));
            }
        }
    }

    /** A step that ended without contact, or without anybody knowing: the enrolment goes on. */
    void ended(TouchCase one, TouchMove move, Folding folding) {
        if (move instanceof TouchMove.Moved moved && moved.effects().contains(TouchEffect.STEP_FAILED)) {
            GateKeeping.stepOver(
                    one, moved.touch().state() == TouchState.ABANDONED, folding.setting(), folding.changes());
        }
    }

    /** Proof that the touch was accepted at {@code at}, by its own call or by anything else. */
    void accepted(TouchCase one, @Nullable String ref, Instant at, Folding folding) {
        TouchMove move = TouchMachine.evidence(one.touch(), ref, at);
        if (!GateKeeping.apply(move, folding.changes()) || !(move instanceof TouchMove.Moved moved)) {
            return;
        }
        if (moved.effects().contains(TouchEffect.RECORD_SENT)) {
            recordSent(one, moved.touch(), at, folding);
        }
    }

    private void recordSent(TouchCase one, Touch touch, Instant at, Folding folding) {
        Changes changes = folding.changes();
        SentWhen when = SentWhen.of(
                at,
                one.place().zone(),
                one.lead() == null ? 0 : one.lead().history().touches(),
                folding.history(touch.leadId()).last());
        ResourceId sender = touch.resourceId();
        changes.contacted(
                sent(one, touch, at, when, folding),
                () -> new Quotas.Claim(touch.id(), sender == null ? List.of() : folding.bounds(one, sender)));
        changes.activity(new Activity(
                new ActivityId(engine.ids().next()),
                touch.clientId(),
                touch.leadId(),
                touch.campaignId(),
                ActivityAction.SENT,
                touch.kind().channel(),
                touch.kind(),
                touch.id(),
                touch.stepNo(),
                at,
                "sent:" + touch.id(),
                touch.content() == null ? null : touch.content().subject(),
                ActivityActor.SYSTEM));
        changes.event(
                EventName.TOUCH_SENT,
                touch.id().value(),
                Map.of(
                        "lead", touch.leadId().text(),
                        "campaign", touch.campaignId().text(),
                        "channel", touch.kind().channel().wire(),
                        "step", Integer.toString(touch.stepNo())));
        if (touch.carriesStep()) {
            Enrolment enrolment = changes.latest(one.enrolment());
            changes.on(
                    enrolment,
                    NextSteps.after(
                            enrolment,
                            one.sequence(),
                            one.campaign(),
                            one.place(),
                            folding.setting(),
                            new NextSteps.Done(
                                    touch.stepNo(), true, when.local().toLocalDate())));
        }
    }

    private SentLog.Sent sent(TouchCase one, Touch touch, Instant at, SentWhen when, Folding folding) {
        Outlet.SentAs named = engine.outlets().of(touch).sentAs(touch, folding.setting());
        Touch.TouchContent content = Objects.requireNonNull(touch.content(), "what was sent had a text");
        Lead lead = one.lead();
        return new SentLog.Sent(
                touch,
                at,
                one.enrolment().sequenceVersion(),
                named.messageId(),
                content.subject(),
                content.body(),
                named.domain(),
                when.number(),
                when.gapDays(),
                when.local(),
                when.zone(),
                !one.place().zoneIsCertain(),
                lead == null || lead.score() == null ? null : lead.score().score(),
                touch.isRedirected()
                        || folding.setting()
                                .client()
                                .map(client -> client.twinOf() != null)
                                .orElse(false));
    }

    private static String text(VendorFailure failure) {
        String message = failure.details().message();
        return failure.kind() + ": " + message.substring(0, Math.min(message.length(), 300));
    }
}
