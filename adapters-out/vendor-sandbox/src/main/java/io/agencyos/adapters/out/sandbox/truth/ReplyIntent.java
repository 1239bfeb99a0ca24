package io.agencyos.adapters.out.sandbox.truth;

/** What a reply of the world means, known for certain because the world wrote it. */
public enum ReplyIntent {
    MEETING_REQUEST,
    INTERESTED,
    QUESTION,
    NOT_INTERESTED,
    REFERRAL,
    WRONG_PERSON,
    UNSUBSCRIBE,
    ANGRY_OR_COMPLAINT,
    OUT_OF_OFFICE,
    AUTO_REPLY;

    /** Positive replies may lead to a booking. */
    public boolean positive() {
        return this == MEETING_REQUEST || this == INTERESTED;
    }

    /** Whether the writer must not be contacted again by anybody. */
    public boolean saysStop() {
        return this == UNSUBSCRIBE || this == ANGRY_OR_COMPLAINT;
    }

    /** Machines answer too; their answers are no replies of a person. */
    public boolean fromMachine() {
        return this == OUT_OF_OFFICE || this == AUTO_REPLY;
    }
}
