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

    /** Whether nobody has written to a lead of this stage yet, and nothing else has come of it. */
    public boolean isUntouched() {
        return this == NEW || this == ENRICHED || this == SCORED;
    }

    /** Whether an answer makes a lead of this stage {@link #REPLIED}; what came of the talks is not taken back. */
    public boolean repliesNow() {
        return switch (this) {
            case NEW, ENRICHED, SCORED, IN_SEQUENCE, COMPLETED, BOUNCED, NOT_INTERESTED, ARCHIVED -> true;
            case REPLIED, MEETING_BOOKED, CONVERTED, UNSUBSCRIBED, INVALID -> false;
        };
    }

    /** Whether a lead of this stage becomes {@link #BOUNCED} when nothing of what is known of it reaches anybody. */
    public boolean mayBounce() {
        return switch (this) {
            case NEW, ENRICHED, SCORED, IN_SEQUENCE, COMPLETED -> true;
            case REPLIED, MEETING_BOOKED, CONVERTED, NOT_INTERESTED, UNSUBSCRIBED, BOUNCED, INVALID, ARCHIVED -> false;
        };
    }

    /** Whether a reply may bring a lead of this stage to another; an opt-out always may, and nothing undoes it. */
    public boolean repliesInto(LeadStatus wanted) {
        return switch (this) {
            case UNSUBSCRIBED -> false;
            case CONVERTED, MEETING_BOOKED, INVALID -> wanted == UNSUBSCRIBED;
            case NEW, ENRICHED, SCORED, IN_SEQUENCE, COMPLETED, BOUNCED, NOT_INTERESTED, ARCHIVED, REPLIED -> true;
        };
    }
}
