package io.agencyos.domain.outreach.gate;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Answer of a gate about one touch. Source: outreach 3.3, 3.4. */
public sealed interface GateAnswer {

    /** Nothing stands against it. */
    record Passed() implements GateAnswer {}

    /**
     * The first check that failed.
     *
     * @param check number in the table, 1–40; 0 for what has no number
     * @param until when to look again; null where an event or a person ends it, or nothing does
     * @param untilEvent what ends it where no instant is known; null where {@code until} says it or it is final
     * @param whatToDo one sentence with the action that lifts it
     */
    record Refused(
            int check,
            GateCode code,
            GateAction action,
            @Nullable Instant until,
            @Nullable String untilEvent,
            String whatToDo)
            implements GateAnswer {}
}
