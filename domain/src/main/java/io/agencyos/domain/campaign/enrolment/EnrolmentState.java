package io.agencyos.domain.campaign.enrolment;

import io.agencyos.domain.shared.Vocabulary;

/** Where a lead stands in its run through a sequence. Source: vocabulary 5, outreach 2.6. */
public enum EnrolmentState implements Vocabulary {
    /** Waits for its first touch. */
    PENDING,
    /** Runs. */
    ACTIVE,
    /** The lead wrote; the conversation has it. */
    AWAITING_OUTCOME,
    /** Goes on at a date. */
    SNOOZED,
    /** A person or an event has to lift it; the code says which. */
    HELD,
    /** Every step is done or refused. */
    COMPLETED,
    /** A meeting or a deal came of it. */
    CONVERTED,
    /** Ended early; the reason says why. */
    STOPPED;

    /** True when nothing leads out of this state any more. */
    public boolean isTerminal() {
        return this == COMPLETED || this == CONVERTED || this == STOPPED;
    }

    /** True where the scheduler may plan and send (outreach check 16). */
    public boolean maySend() {
        return this == PENDING || this == ACTIVE;
    }
}
