package io.agencyos.domain.lead;

import io.agencyos.domain.shared.Vocabulary;

/** Stage of a lead in its client's hands, and of the assignment behind it. Source: vocabulary 6. */
public enum LeadStatus implements Vocabulary {
    /** Created, nothing added yet. */
    NEW,
    /** Its data is complete enough. */
    ENRICHED,
    /** Has an ALS. */
    SCORED,
    /** Was contacted for the first time. */
    IN_SEQUENCE,
    /** A person answered. */
    REPLIED,
    /** Booked; every enrolment is over. */
    MEETING_BOOKED,
    /** A deal was created or won. */
    CONVERTED,
    /** The sequence ended and 14 days brought no answer. */
    COMPLETED,
    /** Said no; left alone for 180 days. */
    NOT_INTERESTED,
    /** Opted out or complained, for good. */
    UNSUBSCRIBED,
    /** No channel is left to reach the person. */
    BOUNCED,
    /** The wrong or an unusable person, for good. */
    INVALID,
    /** Put away by a person. */
    ARCHIVED;

    /** True when nothing leads out of this state any more. */
    public boolean isTerminal() {
        return this == UNSUBSCRIBED || this == INVALID;
    }
}
