package io.agencyos.domain.outreach.touch;

/**
 * What a transition of a touch asks of the transaction that stores it. The machine decides, the use case carries out;
 * nothing else may be done to quota, step or timeline because of a touch. Source: outreach 4.3, 3.4.
 */
public enum TouchEffect {
    /** Give the reserved units back. */
    RELEASE_QUOTA,
    /** Turn the reserved units into used ones; book them as used where the reservation is gone already. */
    USE_QUOTA,
    /** The lead was contacted: timeline, last contact, thread, the step is {@code sent}, the enrolment goes on. */
    RECORD_SENT,
    /** The step ends without contact, with the touch's code: {@code refused}. */
    STEP_REFUSED,
    /** The step ends without contact by a defect or an outcome never known, with the touch's code: {@code failed}. */
    STEP_FAILED,
    /** The step stays pending and is planned anew. */
    STEP_PENDING,
    /** Evidence came for a touch that is over: keep reference and last contact, change nothing else. */
    KEEP_EVIDENCE,
    /** A person must look: the outcome will never be known. */
    TASK_OUTCOME_UNKNOWN,
    /** Nobody answers for this kind of failure but we: alert and hold the enrolment. */
    HOLD_AND_ALERT
}
