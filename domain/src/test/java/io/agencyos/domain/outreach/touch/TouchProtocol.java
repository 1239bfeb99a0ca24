package io.agencyos.domain.outreach.touch;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the walk of {@link TouchWalk} runs: {@link TouchMachine} itself, and the walls that stand around it in T3, T4 and T7.
 * A test takes one wall away, or changes one transition, to see which invariant notices.
 */
class TouchProtocol {

    static final Instant NOW = Touches.NOON;
    private static final Duration SETTLE = Duration.ofMinutes(10);

    TouchMove drafted(Touch touch) {
        return TouchMachine.drafted(touch, Touches.TEXT, false);
    }

    TouchMove commit(Touch touch, Touch.Frozen facts) {
        return TouchMachine.commit(touch, Touches.MAILBOX, null, "priya@harbourlane.example", facts);
    }

    TouchMove claim(Touch touch, UUID dispatcher, Instant now) {
        return TouchMachine.claim(touch, dispatcher, now);
    }

    TouchMove dropClaim(Touch touch, UUID dispatcher) {
        return TouchMachine.dropClaim(touch, dispatcher, NOW);
    }

    TouchMove start(Touch touch, UUID dispatcher, UUID token) {
        return TouchMachine.start(touch, dispatcher, token, "vendor", "1", NOW);
    }

    TouchMove defer(Touch touch) {
        return TouchMachine.defer(touch, NOW, "outside_window");
    }

    TouchMove cancel(Touch touch) {
        return TouchMachine.cancel(touch, "unsubscribed");
    }

    TouchMove backToApproval(Touch touch) {
        return TouchMachine.backToApproval(touch);
    }

    TouchMove approved(Touch touch) {
        return TouchMachine.approved(touch, null);
    }

    TouchMove approvalExpired(Touch touch) {
        return TouchMachine.expired(touch);
    }

    TouchMove evidence(Touch touch) {
        return TouchMachine.evidence(touch, "ref", NOW);
    }

    TouchMove notAccepted(Touch touch, UUID token, @Nullable String stop) {
        return TouchMachine.notAccepted(touch, token, NOW, "busy", stop);
    }

    TouchMove rejected(Touch touch, UUID token) {
        return TouchMachine.rejected(touch, token, "recipient_rejected", "550", false);
    }

    TouchMove ambiguous(Touch touch, UUID token) {
        return TouchMachine.ambiguous(touch, token, NOW, "lost");
    }

    TouchMove leaseExpired(Touch touch) {
        return TouchMachine.leaseExpired(touch, NOW.plus(TouchMachine.LEASE).plusSeconds(1), SETTLE);
    }

    TouchMove absent(Touch touch, UUID token, @Nullable String stop) {
        if (!oneAbsenceCounts()
                && TouchMachine.absentOnce(touch, token, NOW, NOW, Duration.ZERO)
                        instanceof TouchMove.Moved askedAgain) {
            return askedAgain;
        }
        return TouchMachine.absent(touch, token, true, stop);
    }

    /** The vendor's look-up shows what it accepted at once; else two are needed. Source: outreach 4.5. */
    boolean oneAbsenceCounts() {
        return true;
    }

    /** T3: the counter is raised only below the limit then in force. */
    boolean mayReserve(int reserved, int used, int limit) {
        return reserved + used < limit;
    }

    /** T4: gate C is asked again, of an enrolment that may have ended meanwhile. */
    boolean asksGateC() {
        return true;
    }

    /** T4: no other touch of the enrolment may be in flight. */
    boolean looksAtOtherTouches() {
        return true;
    }

    /** The vendor's look-up shows everything that it accepted. Source: outreach 4.5 a. */
    boolean lookUpIsHonest() {
        return true;
    }
}
