package io.agencyos.domain.platform;

import io.agencyos.domain.shared.Vocabulary;
import java.util.EnumSet;
import java.util.Set;

/** State of one run of a flow. Source: vocabulary 18. */
public enum RunState implements Vocabulary {
    /** Waits its turn. */
    QUEUED,
    /** Handed to an executor; the API still shows it as queued. */
    DISPATCHED,
    /** Works. */
    RUNNING,
    /** For a child, a timer or an approval. */
    WAITING,
    /** By a breaker, a pause, credits or a budget. */
    BLOCKED,
    /** Done, or there was nothing to do. */
    SUCCEEDED,
    /** Done, with failed items or less than wanted. */
    PARTIAL,
    /** Ended with an error; may be resumed. */
    FAILED,
    /** Ended by a person. */
    CANCELLED;

    private static final Set<RunState> OUT_OF_RUNNING =
            EnumSet.of(QUEUED, WAITING, BLOCKED, SUCCEEDED, PARTIAL, FAILED, CANCELLED);

    /** Whether the machine of flows 1.2 knows this step; a queued run may also end at once, cancelled or past its deadline. */
    public boolean mayBecome(RunState next) {
        return switch (this) {
            case QUEUED -> next == DISPATCHED || next == BLOCKED || next == CANCELLED || next == FAILED;
            case DISPATCHED -> next == RUNNING || next == QUEUED;
            case RUNNING -> OUT_OF_RUNNING.contains(next);
            case WAITING, BLOCKED -> next == QUEUED || next == CANCELLED || next == FAILED;
            case FAILED, PARTIAL -> next == QUEUED;
            case SUCCEEDED, CANCELLED -> false;
        };
    }

    /** Whether an operator may set it going again where it stopped. Source: flows 1.2. */
    public boolean mayBeRetried() {
        return this == FAILED || this == PARTIAL;
    }

    /** True when the run has ended. */
    public boolean isEnded() {
        return switch (this) {
            case QUEUED, DISPATCHED, RUNNING, WAITING, BLOCKED -> false;
            case SUCCEEDED, PARTIAL, FAILED, CANCELLED -> true;
        };
    }

    /** As the API has it, which does not tell dispatched from queued. */
    public RunState shown() {
        return this == DISPATCHED ? QUEUED : this;
    }

    @Override
    public boolean isSpoken() {
        return this != DISPATCHED;
    }
}
