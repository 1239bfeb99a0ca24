package io.agencyos.domain.outreach.touch;

import static io.agencyos.domain.outreach.touch.TouchEffect.HOLD_AND_ALERT;
import static io.agencyos.domain.outreach.touch.TouchEffect.KEEP_EVIDENCE;
import static io.agencyos.domain.outreach.touch.TouchEffect.RECORD_SENT;
import static io.agencyos.domain.outreach.touch.TouchEffect.RELEASE_QUOTA;
import static io.agencyos.domain.outreach.touch.TouchEffect.STEP_FAILED;
import static io.agencyos.domain.outreach.touch.TouchEffect.STEP_PENDING;
import static io.agencyos.domain.outreach.touch.TouchEffect.STEP_REFUSED;
import static io.agencyos.domain.outreach.touch.TouchEffect.TASK_OUTCOME_UNKNOWN;
import static io.agencyos.domain.outreach.touch.TouchEffect.USE_QUOTA;
import static io.agencyos.domain.outreach.touch.TouchState.ABANDONED;
import static io.agencyos.domain.outreach.touch.TouchState.AWAITING_APPROVAL;
import static io.agencyos.domain.outreach.touch.TouchState.CANCELLED;
import static io.agencyos.domain.outreach.touch.TouchState.DISPATCHING;
import static io.agencyos.domain.outreach.touch.TouchState.EXPIRED;
import static io.agencyos.domain.outreach.touch.TouchState.FAILED;
import static io.agencyos.domain.outreach.touch.TouchState.PLANNED;
import static io.agencyos.domain.outreach.touch.TouchState.QUEUED;
import static io.agencyos.domain.outreach.touch.TouchState.READY;
import static io.agencyos.domain.outreach.touch.TouchState.SENT;
import static io.agencyos.domain.outreach.touch.TouchState.SKIPPED;
import static io.agencyos.domain.outreach.touch.TouchState.UNKNOWN;

import io.agencyos.domain.shared.id.PersonaId;
import io.agencyos.domain.shared.id.ResourceId;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The exactly-once protocol as a state machine: which event may move a touch where, and what goes with it. Total and
 * pure; the use case locks, asks, stores. Two rules carry it all: an outcome is folded only by whoever holds the token
 * of the call it belongs to, and proof of acceptance needs no token. Source: outreach 4.1–4.6.
 */
public final class TouchMachine {

    /** How long a dispatcher may hold a queued touch before it starts the call. Source: outreach 4.3 T4. */
    public static final Duration CLAIM = Duration.ofSeconds(30);

    /** How long a call may be running, counted from T4. Source: outreach 4.3 T4. */
    public static final Duration LEASE = Duration.ofSeconds(90);

    /** After T4 the request must have begun within this time, or it is never begun. Source: outreach 4.3 V. */
    public static final Duration START_DEADLINE = Duration.ofSeconds(30);

    /** An outcome that nobody could look up for this long is given up. Source: outreach 4.5. */
    public static final Duration GIVE_UP = Duration.ofHours(24);

    private static final Set<TouchState> BEFORE_COMMIT = EnumSet.of(PLANNED, AWAITING_APPROVAL, READY);
    private static final Set<TouchState> BEFORE_CALL = EnumSet.of(PLANNED, AWAITING_APPROVAL, READY, QUEUED);

    private TouchMachine() {}

    // ---- planning and approval (T2, 1.4)

    /** A touch that is only being planned gets another minute; it is no transition, nobody has seen it yet. */
    public static Touch scheduled(Touch planned, Instant at) {
        return planned.change().scheduledAt(at).done();
    }

    /** T2: the text is there. */
    public static TouchMove drafted(Touch touch, Touch.TouchContent content, boolean needsApproval) {
        if (touch.state() != PLANNED) {
            return TouchMove.wrongState();
        }
        return moved(touch.change().content(content).state(needsApproval ? AWAITING_APPROVAL : READY));
    }

    /** The same, of a text that was written for this address: another one is written to with another text (check 40). */
    public static TouchMove drafted(Touch touch, Touch.TouchContent content, String recipient, boolean needsApproval) {
        if (touch.state() != PLANNED) {
            return TouchMove.wrongState();
        }
        return moved(
                touch.change().content(content).recipient(recipient).state(needsApproval ? AWAITING_APPROVAL : READY));
    }

    /** A person agreed; a changed text comes with the decision. */
    public static TouchMove approved(Touch touch, Touch.@Nullable TouchContent edited) {
        if (touch.state() != AWAITING_APPROVAL) {
            return TouchMove.wrongState();
        }
        return moved(touch.change()
                .content(edited == null ? touch.content() : edited)
                .state(READY));
    }

    /** Nobody decided in time; the step is offered once more or held by the caller. */
    public static TouchMove expired(Touch touch) {
        if (touch.state() != AWAITING_APPROVAL) {
            return TouchMove.wrongState();
        }
        return moved(touch.change().code("approval_expired").state(EXPIRED), STEP_PENDING);
    }

    /**
     * Nobody decided in time: it is written anew when that instant comes, and asked about once more. Source: outreach 1.4.
     */
    public static TouchMove offeredAgain(Touch touch, Instant at) {
        if (touch.state() != AWAITING_APPROVAL) {
            return TouchMove.wrongState();
        }
        return moved(touch.change()
                .content(null)
                .scheduledAt(at)
                .code(Touch.OFFERED_AGAIN)
                .state(PLANNED));
    }

    /** The text or the address is no longer right: it is written anew, and approved anew where that is asked. */
    public static TouchMove redraft(Touch touch) {
        if (!BEFORE_CALL.contains(touch.state()) || touch.requeueCount() > 0) {
            return TouchMove.wrongState();
        }
        return backFromQueue(touch, touch.change().content(null).state(PLANNED));
    }

    /** The mode changed, or the client paused: whatever has not begun waits for a person again. */
    public static TouchMove backToApproval(Touch touch) {
        if (touch.state() != READY && touch.state() != QUEUED) {
            return TouchMove.wrongState();
        }
        return backFromQueue(touch, touch.change().state(AWAITING_APPROVAL));
    }

    // ---- gates before the call

    /** DEFER or HOLD at any gate: it stands ready for a later instant. */
    public static TouchMove defer(Touch touch, Instant until, String code) {
        if (!BEFORE_CALL.contains(touch.state())) {
            return TouchMove.wrongState();
        }
        TouchState next = touch.state() == QUEUED ? READY : touch.state();
        return backFromQueue(touch, touch.change().scheduledAt(until).code(code).state(next));
    }

    /** SKIP at any gate: the step is over without contact. */
    public static TouchMove skip(Touch touch, String code) {
        return endedBeforeCall(touch, SKIPPED, code, STEP_REFUSED);
    }

    /** SKIP where the step has a fallback: this touch is over without contact, the step is not. Source: outreach 2.5. */
    public static TouchMove fallBack(Touch touch, String code) {
        return endedBeforeCall(touch, SKIPPED, code, STEP_PENDING);
    }

    /** Withdrawn while the enrolment stays open, such as a superseded step: the step is planned anew. */
    public static TouchMove withdraw(Touch touch, String code) {
        return endedBeforeCall(touch, CANCELLED, code, STEP_PENDING);
    }

    /** T7: the enrolment ended; the step is refused with its reason. A running call is left to its outcome. */
    public static TouchMove cancel(Touch touch, String code) {
        return endedBeforeCall(touch, CANCELLED, code, STEP_REFUSED);
    }

    /** FAIL at gate B, or content that never became fit to send. */
    public static TouchMove fail(Touch touch, String code) {
        return endedBeforeCall(touch, FAILED, code, STEP_FAILED);
    }

    // ---- commit, claim, start (T3, T4)

    /**
     * T3: everything the call will carry is frozen and the touch queued; its quota was reserved by the same
     * transaction. A touch that was requeued after a lost answer keeps everything it was frozen with.
     */
    public static TouchMove commit(
            Touch touch, ResourceId resource, @Nullable PersonaId persona, String recipient, Touch.Frozen facts) {
        if (touch.state() != READY || touch.content() == null) {
            return TouchMove.wrongState();
        }
        TouchDraft queued = touch.change().code(null).lease(null).state(QUEUED);
        if (touch.requeueCount() == 0) {
            queued.sender(resource, persona).recipient(recipient).frozen(facts);
        }
        return moved(queued);
    }

    /** A dispatcher takes a queued touch that nobody holds, or whose holder let 30 seconds pass. */
    public static TouchMove claim(Touch touch, UUID dispatcher, Instant now) {
        if (touch.state() != QUEUED) {
            return TouchMove.wrongState();
        }
        Touch.Lease held = touch.lease();
        if (held != null && held.until().isAfter(now)) {
            return new TouchMove.Refused(TouchMove.Why.CLAIMED);
        }
        return moved(touch.change().lease(new Touch.Lease(dispatcher, now.plus(CLAIM))));
    }

    /** The claim is given up before the call, for another try later. */
    public static TouchMove dropClaim(Touch touch, UUID dispatcher, Instant availableAt) {
        if (touch.state() != QUEUED) {
            return TouchMove.wrongState();
        }
        if (!holds(touch, dispatcher)) {
            return new TouchMove.Refused(TouchMove.Why.WRONG_TOKEN);
        }
        return moved(touch.change().lease(new Touch.Lease(dispatcher, availableAt)));
    }

    /**
     * T4: the marker that a call may be running is stored before the call. The token names this call and no other.
     *
     * @param slot the adapter's choice for this touch, kept from the first call on
     */
    public static TouchMove start(Touch touch, UUID dispatcher, UUID token, String vendor, String slot, Instant now) {
        if (touch.state() != QUEUED) {
            return TouchMove.wrongState();
        }
        if (!holds(touch, dispatcher)) {
            return new TouchMove.Refused(TouchMove.Why.WRONG_TOKEN);
        }
        String kept = touch.vendorSlot();
        return moved(touch.change()
                .vendor(vendor, kept == null ? slot : kept)
                .lease(new Touch.Lease(token, now.plus(LEASE)))
                .dispatched()
                .state(DISPATCHING));
    }

    // ---- outcome (T5), expiry (T6), reconciliation

    /**
     * Proof that some call of this touch was accepted: a vendor's event, a look-up that found it, a late answer. Needs
     * no token and counts in every state once a call was started. Source: outreach 4.5.
     */
    public static TouchMove evidence(Touch touch, @Nullable String vendorRef, Instant at) {
        if (touch.dispatchCount() == 0) {
            return TouchMove.wrongState();
        }
        String ref = touch.vendorRef() == null ? vendorRef : touch.vendorRef();
        if (touch.state().isTerminal()) {
            return touch.state() == SENT && ref != null && ref.equals(touch.vendorRef())
                    ? TouchMove.wrongState()
                    : moved(touch.change().vendorRef(ref), KEEP_EVIDENCE);
        }
        return moved(
                touch.change()
                        .vendorRef(ref)
                        .sentAt(at)
                        .code(null)
                        .lease(null)
                        .reconcileAt(null)
                        .state(SENT),
                USE_QUOTA,
                RECORD_SENT);
    }

    /** A definite no for this message. A defect of our own also holds the enrolment until a person looked. */
    public static TouchMove rejected(Touch touch, UUID token, String code, String error, boolean ourDefect) {
        TouchMove.Why wrong = notInForce(touch, token);
        if (wrong != null) {
            return new TouchMove.Refused(wrong);
        }
        TouchDraft failed = closed(touch).code(code).lastError(error).state(FAILED);
        return ourDefect
                ? moved(failed, RELEASE_QUOTA, STEP_FAILED, HOLD_AND_ALERT)
                : moved(failed, RELEASE_QUOTA, STEP_FAILED);
    }

    /**
     * Definitely not taken. It stands ready again, or is withdrawn where the enrolment ended meanwhile.
     *
     * @param stopCode why the enrolment is no longer open, null while it is
     */
    public static TouchMove notAccepted(
            Touch touch, UUID token, Instant retryAt, String error, @Nullable String stopCode) {
        TouchMove.Why wrong = notInForce(touch, token);
        if (wrong != null) {
            return new TouchMove.Refused(wrong);
        }
        TouchDraft back = closed(touch).lastError(error);
        return stopCode == null
                ? moved(back.scheduledAt(retryAt).state(READY), RELEASE_QUOTA)
                : moved(back.code(stopCode).state(CANCELLED), RELEASE_QUOTA, STEP_REFUSED);
    }

    /** Nobody knows whether it left; the token stays, so that a late answer of this very call still counts. */
    public static TouchMove ambiguous(Touch touch, UUID token, Instant lookUpAt, String error) {
        if (touch.state() != DISPATCHING) {
            return TouchMove.wrongState();
        }
        if (!holds(touch, token)) {
            return new TouchMove.Refused(TouchMove.Why.WRONG_TOKEN);
        }
        return moved(touch.change().reconcileAt(lookUpAt).lastError(error).state(UNKNOWN));
    }

    /** T6: the lease ran out, whatever became of the process that held it. */
    public static TouchMove leaseExpired(Touch touch, Instant now, Duration settle) {
        if (touch.state() != DISPATCHING) {
            return TouchMove.wrongState();
        }
        Touch.Lease lease = touch.lease();
        if (lease != null && !lease.until().isBefore(now)) {
            return new TouchMove.Refused(TouchMove.Why.LEASE_RUNNING);
        }
        return moved(touch.change()
                .reconcileAt(now.plus(settle))
                .lastError("lease expired")
                .state(UNKNOWN));
    }

    /**
     * A complete look-up did not find it. The answer counts only for the token read before the look-up.
     *
     * @param mayRequeue the adapter allows one more hand-over of the same message
     * @param stopCode why the enrolment is no longer open, null while it is
     */
    public static TouchMove absent(Touch touch, UUID token, boolean mayRequeue, @Nullable String stopCode) {
        TouchMove.Why wrong = notUnknown(touch, token);
        if (wrong != null) {
            return new TouchMove.Refused(wrong);
        }
        if (mayRequeue && touch.requeueCount() == 0 && stopCode == null) {
            return moved(touch.change().lease(null).reconcileAt(null).requeued().state(QUEUED));
        }
        return abandoned(touch);
    }

    /**
     * A complete look-up did not find it, where one such answer does not count: the vendor may show it late. The second must
     * have been asked for a settle after the first was told, so two reconcilers that ask at once tell one absence. Refused
     * for that second, which counts. Source: outreach 4.5.
     *
     * @param asked when the look-up began
     * @param now when its answer is folded
     */
    public static TouchMove absentOnce(Touch touch, UUID token, Instant asked, Instant now, Duration settle) {
        TouchMove.Why wrong = notUnknown(touch, token);
        if (wrong != null) {
            return new TouchMove.Refused(wrong);
        }
        Touch.Lease lease = touch.lease();
        if (lease == null) {
            return TouchMove.wrongState();
        }
        if (lease.absentAt() == null) {
            return moved(touch.change()
                    .lease(new Touch.Lease(lease.token(), lease.until(), now))
                    .reconcileAt(now.plus(settle)));
        }
        Instant apart = lease.absentAt().plus(settle);
        return asked.isBefore(apart) ? moved(touch.change().reconcileAt(apart)) : TouchMove.wrongState();
    }

    /** The look-up could not be completed: once more later, or given up after a day. */
    public static TouchMove inconclusive(Touch touch, UUID token, Instant nextLookUp, boolean giveUp) {
        TouchMove.Why wrong = notUnknown(touch, token);
        if (wrong != null) {
            return new TouchMove.Refused(wrong);
        }
        return giveUp ? abandoned(touch) : moved(touch.change().reconcileAt(nextLookUp));
    }

    // ---- the common parts

    private static TouchMove abandoned(Touch touch) {
        return moved(
                closed(touch).code("send_outcome_unknown").state(ABANDONED),
                USE_QUOTA,
                STEP_FAILED,
                TASK_OUTCOME_UNKNOWN);
    }

    private static TouchDraft closed(Touch touch) {
        return touch.change().lease(null).reconcileAt(null);
    }

    private static TouchMove endedBeforeCall(Touch touch, TouchState end, String code, TouchEffect step) {
        if (!BEFORE_CALL.contains(touch.state())) {
            return TouchMove.wrongState();
        }
        TouchDraft ended = closed(touch).code(code).state(end);
        return touch.state() == QUEUED ? moved(ended, RELEASE_QUOTA, step) : moved(ended, step);
    }

    private static TouchMove backFromQueue(Touch touch, TouchDraft back) {
        return BEFORE_COMMIT.contains(touch.state()) ? moved(back) : moved(back.lease(null), RELEASE_QUOTA);
    }

    private static boolean holds(Touch touch, UUID token) {
        Touch.Lease lease = touch.lease();
        return lease != null && lease.token().equals(token);
    }

    private static TouchMove.@Nullable Why notInForce(Touch touch, UUID token) {
        if (!touch.state().isInFlight()) {
            return TouchMove.Why.WRONG_STATE;
        }
        return holds(touch, token) ? null : TouchMove.Why.WRONG_TOKEN;
    }

    private static TouchMove.@Nullable Why notUnknown(Touch touch, UUID token) {
        if (touch.state() != UNKNOWN) {
            return TouchMove.Why.WRONG_STATE;
        }
        return holds(touch, token) ? null : TouchMove.Why.WRONG_TOKEN;
    }

    private static TouchMove moved(TouchDraft draft, TouchEffect... effects) {
        return new TouchMove.Moved(draft.done(), List.of(effects));
    }
}
