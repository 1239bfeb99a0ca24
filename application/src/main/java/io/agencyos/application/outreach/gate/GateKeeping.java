package io.agencyos.application.outreach.gate;

import io.agencyos.application.outreach.engine.Changes;
import io.agencyos.application.outreach.engine.GateCase;
import io.agencyos.application.outreach.engine.Items;
import io.agencyos.application.outreach.engine.Setting;
import io.agencyos.application.outreach.engine.TouchCase;
import io.agencyos.domain.campaign.enrolment.Enrolment;
import io.agencyos.domain.campaign.enrolment.EnrolmentEvent;
import io.agencyos.domain.campaign.enrolment.EnrolmentState;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.outreach.ApprovalItem;
import io.agencyos.domain.outreach.gate.Gate;
import io.agencyos.domain.outreach.gate.GateAnswer;
import io.agencyos.domain.outreach.gate.GateCode;
import io.agencyos.domain.outreach.gate.GateFacts;
import io.agencyos.domain.outreach.gate.GateReason;
import io.agencyos.domain.outreach.gate.Gatekeeper;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.outreach.touch.TouchMachine;
import io.agencyos.domain.outreach.touch.TouchMove;
import io.agencyos.domain.outreach.touch.TouchOrigin;
import io.agencyos.domain.outreach.touch.TouchState;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks a gate about a touch and carries out what it says. Source: outreach 3.3, 3.4. */
public final class GateKeeping {

    /** When something that a person or an event must lift is looked at again. */
    private static final Duration HOLD_LOOKED_AT_AGAIN = Duration.ofHours(1);

    /** How long a step waits behind a message that stands beside the steps. */
    private static final Duration STEPS_WAIT = Duration.ofDays(1);

    private GateKeeping() {}

    /** The answer, written down. */
    public static GateAnswer ask(Gate gate, Touch touch, GateFacts facts, Changes changes) {
        GateAnswer answer = Gatekeeper.evaluate(gate, touch.origin(), facts, changes.now());
        changes.gate(touch, gate, answer, facts);
        return answer;
    }

    /** What a refusal does to a touch that stands before its call, to its step and to its enrolment. */
    public static void refuse(GateCase asked, GateAnswer.Refused refused, Setting setting, Changes changes) {
        TouchCase one = asked.one();
        GateCode code = refused.code();
        String wire = code.wire();
        Touch touch = one.touch();
        switch (refused.action()) {
            case STOP -> {
                apply(TouchMachine.cancel(touch, wire), changes);
                changes.on(one.enrolment(), Refusals.end(code));
            }
            case SKIP -> {
                if (code.reason() == GateReason.APPROVAL_REJECTED) {
                    // a person said no to the step, not to its channel
                    end(one, wire, setting, changes);
                } else {
                    skip(one, wire, setting, changes);
                }
                if (code.reason() == GateReason.DNCR_LISTED) {
                    changes.listed(touch);
                }
            }
            case FAIL -> {
                apply(TouchMachine.fail(touch, wire), changes);
                changes.task("compliance", touch, "A message lacks what the law asks for. Look at its template.");
                stepOver(one, false, setting, changes);
            }
            case CANCEL_TOUCH -> withdraw(one, wire, changes);
            case REDRAFT -> {
                supersede(asked.approval(), changes);
                apply(TouchMachine.redraft(touch), changes);
            }
            case DEFER, RESELECT_SENDER -> defer(one, until(refused, changes.now()), wire, changes);
            case HOLD -> hold(asked, refused, changes);
        }
    }

    private static void hold(GateCase asked, GateAnswer.Refused refused, Changes changes) {
        TouchCase one = asked.one();
        boolean approval = refused.code().reason() == GateReason.APPROVAL_REQUIRED;
        Touch touch = one.touch();
        if (approval && (touch.state() == TouchState.READY || touch.state() == TouchState.QUEUED)) {
            sendBack(touch, asked.approval(), changes);
            return;
        }
        if (refused.code().reason() == GateReason.VENDOR_ACCOUNT_BLOCKED) {
            changes.alert(
                    "vendor_cap_reached",
                    touch.kind().channel().wire(),
                    "What one client may cost at the vendor for "
                            + touch.kind().channel().wire()
                            + " is used up. It goes on on the next day or month, or with a higher cap.");
        }
        defer(one, until(refused, changes.now()), refused.code().wire(), changes);
    }

    /** To the people who approve; whoever sees it has something to decide. */
    public static boolean sendBack(Touch touch, @Nullable ApprovalItem earlier, Changes changes) {
        boolean back = apply(TouchMachine.backToApproval(touch), changes);
        if (back) {
            changes.offer(touch, earlier);
        }
        return back;
    }

    private static Instant until(GateAnswer.Refused refused, Instant now) {
        return refused.until() == null ? now.plus(HOLD_LOOKED_AT_AGAIN) : refused.until();
    }

    /** Looked at again later; the lead says why and until when. */
    public static void defer(TouchCase one, Instant until, String code, Changes changes) {
        if (!one.touch().carriesStep()) {
            deferBesideTheSteps(one.touch(), until, code, changes);
            return;
        }
        apply(TouchMachine.defer(one.touch(), until, code), changes);
        changes.on(one.enrolment(), new EnrolmentEvent.Deferred(until));
        changes.block(one.touch().leadId(), new Lead.Block(code, until));
    }

    /** The steps do not wait for long for a message that stands beside them: it comes up again when it may leave. */
    private static void deferBesideTheSteps(Touch touch, Instant until, String code, Changes changes) {
        boolean givesWay = touch.origin() == TouchOrigin.FOLLOW_UP
                && touch.dispatchCount() == 0
                && until.isAfter(changes.now().plus(STEPS_WAIT));
        if (givesWay && apply(TouchMachine.withdraw(touch, code), changes)) {
            changes.followUp(touch, until);
        } else if (!givesWay) {
            apply(TouchMachine.defer(touch, until, code), changes);
        }
    }

    /** The touch is over without contact; its fallback takes its place, or else the step is refused for this reason. */
    public static void skip(TouchCase one, String code, Setting setting, Changes changes) {
        Enrolment enrolment = changes.latest(one.enrolment());
        Optional<Instant> fallback = one.touch().origin() == TouchOrigin.SEQUENCE
                ? NextSteps.fallback(one, enrolment, setting)
                : Optional.empty();
        if (fallback.isEmpty()) {
            end(one, code, setting, changes);
            return;
        }
        if (apply(TouchMachine.fallBack(one.touch(), code), changes)) {
            changes.on(enrolment, new EnrolmentEvent.Deferred(fallback.get()));
        }
    }

    /** The step is refused for good, for this reason. */
    public static void end(TouchCase one, String code, Setting setting, Changes changes) {
        apply(TouchMachine.skip(one.touch(), code), changes);
        stepOver(one, false, setting, changes);
    }

    /** The touch goes, the step stays; an open enrolment plans it again. */
    private static void withdraw(TouchCase one, String code, Changes changes) {
        Enrolment enrolment = changes.latest(one.enrolment());
        TouchMove move = enrolment.state().isTerminal()
                ? TouchMachine.cancel(one.touch(), ended(enrolment))
                : TouchMachine.withdraw(one.touch(), code);
        apply(move, changes);
    }

    /** The code of an enrolment that is over. */
    public static String ended(Enrolment enrolment) {
        return Optional.ofNullable(enrolment.stopReason())
                .orElseGet(() -> enrolment.state() == EnrolmentState.COMPLETED
                        ? "max_touches_reached"
                        : enrolment.state().wire());
    }

    /** The step is over; the enrolment goes on to its next, dated from today on the lead's calendar. */
    public static void stepOver(TouchCase one, boolean sent, Setting setting, Changes changes) {
        if (!one.touch().carriesStep()) {
            return;
        }
        Enrolment enrolment = changes.latest(one.enrolment());
        LocalDate today = LocalDate.ofInstant(changes.now(), one.place().zone());
        changes.on(
                enrolment,
                NextSteps.after(
                        enrolment,
                        one.sequence(),
                        one.campaign(),
                        one.place(),
                        setting,
                        new NextSteps.Done(one.touch().stepNo(), sent, today)));
    }

    private static void supersede(@Nullable ApprovalItem item, Changes changes) {
        if (item != null && item.status() == ApprovalItem.Status.PENDING) {
            changes.decided(Items.in(item, ApprovalItem.Status.SUPERSEDED, changes.now()));
        }
    }

    /** Takes a transition over; one that is refused changes nothing, somebody else was first. */
    public static boolean apply(TouchMove move, Changes changes) {
        return switch (move) {
            case TouchMove.Moved moved -> {
                changes.moved(moved);
                yield true;
            }
            case TouchMove.Refused refused -> false;
        };
    }
}
