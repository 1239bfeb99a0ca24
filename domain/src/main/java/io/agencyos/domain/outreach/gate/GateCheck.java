package io.agencyos.domain.outreach.gate;

import io.agencyos.domain.outreach.touch.TouchOrigin;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One row of the table of checks. Source: outreach 3.3.
 *
 * @param number 1–40; 0 for what later rules add
 * @param gates where it is asked
 * @param exempt origins that it does not concern
 */
record GateCheck(int number, String name, Set<Gate> gates, Set<TouchOrigin> exempt, Rule rule) {

    /** Answers the finding that refuses, or null where the check passes. */
    @FunctionalInterface
    interface Rule {
        @Nullable
        Finding find(Question question);
    }

    /** What is asked: about which facts, for which origin, at which gate and instant. */
    record Question(Gate gate, TouchOrigin origin, GateFacts facts, Instant now) {

        /** When it would leave: now, but for what is planned days ahead, so that a person has time to look at it. */
        Instant leavesAt() {
            Instant at = facts.touch().at();
            return gate == Gate.PLAN && at.isAfter(now) ? at : now;
        }
    }

    /** Why not; an instant where one is known. */
    record Finding(
            GateCode code, GateAction action, @Nullable Instant until) {
        static Finding stop(GateReason reason) {
            return stop(GateCode.of(reason));
        }

        static Finding stop(GateCode code) {
            return new Finding(code, GateAction.STOP, null);
        }

        static Finding skip(GateReason reason) {
            return new Finding(GateCode.of(reason), GateAction.SKIP, null);
        }

        static Finding hold(GateReason reason) {
            return new Finding(GateCode.of(reason), GateAction.HOLD, null);
        }

        static Finding of(GateReason reason, GateAction action) {
            return new Finding(GateCode.of(reason), action, null);
        }

        static Finding defer(GateReason reason, Instant until) {
            return defer(GateCode.of(reason), until);
        }

        static Finding defer(GateCode code, Instant until) {
            return new Finding(code, GateAction.DEFER, until);
        }
    }

    boolean concerns(Gate gate, TouchOrigin origin) {
        return gates.contains(gate) && !exempt.contains(origin);
    }
}
