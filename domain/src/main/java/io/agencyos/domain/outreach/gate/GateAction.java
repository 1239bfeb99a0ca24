package io.agencyos.domain.outreach.gate;

import org.jspecify.annotations.Nullable;

/** What the caller does with a touch that a gate refused. Source: outreach 3.3. */
public enum GateAction {
    /** End the enrolment. */
    STOP(GateClass.STOP),
    /** End the step, or plan its fallback. */
    SKIP(GateClass.SKIP),
    /** Wait for a person or a resume. */
    HOLD(GateClass.HOLD),
    /** Put the touch off to the given time. */
    DEFER(GateClass.DEFER),
    /** A defect of ours: contact nobody, tell somebody. */
    FAIL(GateClass.FAIL),
    /** Withdraw this one touch; the step stays to be done. */
    CANCEL_TOUCH(null),
    /** Write it anew for the facts as they are now. */
    REDRAFT(null),
    /** Ask again with another sender. */
    RESELECT_SENDER(null);

    private final @Nullable GateClass gateClass;

    GateAction(@Nullable GateClass gateClass) {
        this.gateClass = gateClass;
    }

    /** The class to be recorded; null where the touch alone is concerned. */
    public @Nullable GateClass gateClass() {
        return gateClass;
    }
}
