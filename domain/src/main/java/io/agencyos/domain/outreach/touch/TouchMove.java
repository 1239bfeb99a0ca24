package io.agencyos.domain.outreach.touch;

import java.util.List;

/** The answer of {@link TouchMachine}: the touch as it is to be stored and what goes with it, or why nothing may. */
public sealed interface TouchMove {

    /** The transition holds. Effects are carried out in the transaction that stores the touch. */
    record Moved(Touch touch, List<TouchEffect> effects) implements TouchMove {

        public Moved {
            effects = List.copyOf(effects);
        }
    }

    /** Nothing changes. */
    record Refused(Why why) implements TouchMove {}

    /** Why a transition is refused; all of them are ordinary in a world with two of everything. */
    enum Why {
        /** The state does not allow it. */
        WRONG_STATE,
        /** The token is not the one of the call in force: an answer from the past. */
        WRONG_TOKEN,
        /** Somebody else holds the claim. */
        CLAIMED,
        /** The lease is still running. */
        LEASE_RUNNING
    }

    static TouchMove wrongState() {
        return new Refused(Why.WRONG_STATE);
    }
}
