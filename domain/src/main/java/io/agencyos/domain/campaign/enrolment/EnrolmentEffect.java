package io.agencyos.domain.campaign.enrolment;

/** What a transition of an enrolment asks of the transaction that stores it. Source: outreach 2.6, 3.4. */
public enum EnrolmentEffect {
    /** Cancel open touches; what may be running is left to its outcome (T7). */
    CANCEL_OPEN_TOUCHES,
    /** Pending steps become refused with the code of the end. */
    SETTLE_STEPS,
    LEAD_IN_SEQUENCE,
    COUNT_CONTACTED,
    LEAD_MEETING_BOOKED,
    /** Lead and claim {@code converted}. */
    LEAD_CONVERTED,
    /** 14 days later {@code completed} and released {@code sequence_exhausted}, if nobody answers. */
    AWAIT_LATE_ANSWER,
    LEAD_BOUNCED,
    TASK_FOR_CLIENT,
    TASK_CLASSIFY_BY_HAND,
    TASK_NEW_LEAD,
    PRIORITY_INBOX,
    /** Client, person, 180 days; claim released, pool cooling 180 days. */
    SUPPRESS_NOT_INTERESTED,
    /** Client, person, for good, and flagged in the pool (6.2 opt-out). */
    SUPPRESS_UNSUBSCRIBED,
    /** Client, person, for good; pool unsubscribed; administrators alerted. */
    SUPPRESS_COMPLAINED,
    /** Platform, person. */
    SUPPRESS_COMPLAINED_EVERYWHERE,
    SUPPRESS_WRONG_PERSON,
    CLOSE_EMAIL,
    /** Plan the cancelled touch as next attempt where no call was ever ambiguous and no touch of the step lives. */
    REPLAN_CANCELLED,
    /** Due dates anew, spacing kept. */
    RECOMPUTE_DUE
}
