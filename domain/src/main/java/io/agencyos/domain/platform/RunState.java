package io.agencyos.domain.platform;

import io.agencyos.domain.shared.Vocabulary;

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

    /** True when the run has ended; only a failed one may be resumed. */
    public boolean isEnded() {
        return switch (this) {
            case QUEUED, DISPATCHED, RUNNING, WAITING, BLOCKED -> false;
            case SUCCEEDED, PARTIAL, FAILED, CANCELLED -> true;
        };
    }

    /** The word of the API, which does not tell dispatched from queued. */
    public String shown() {
        return this == DISPATCHED ? QUEUED.wire() : wire();
    }
}
