package io.agencyos.domain.outreach.gate;

import org.jspecify.annotations.Nullable;

/**
 * What ends a refusal and what a person can do about it. Source: outreach 3.4 "never silent".
 *
 * @param endedBy the event that ends it where no date does; null where nothing ends it: whatever waits has one
 * @param whatToDo one sentence with the action that lifts it, or that none does
 */
record Remedy(@Nullable String endedBy, String whatToDo) {

    /** Of what waits, until this has happened at the latest. */
    static Remedy until(String event, String whatToDo) {
        return new Remedy(event, whatToDo);
    }

    /** Of what is decided: the touch, the step or the run is over, whatever happens. */
    static Remedy settled(String whatToDo) {
        return new Remedy(null, whatToDo);
    }
}
