package io.agencyos.domain.platform.flow;

import io.agencyos.domain.shared.Vocabulary;

/** State of one step of a run. Source: data model 5.13. */
public enum StepState implements Vocabulary {
    /** Its turn has not come. */
    PENDING,
    /** It was begun. */
    RUNNING,
    /** Never executed again. */
    DONE,
    /** There was nothing to do for it. */
    SKIPPED,
    /** It ended the run. */
    FAILED;

    /** Whether the next step may begin. */
    public boolean isSettled() {
        return this == DONE || this == SKIPPED;
    }
}
