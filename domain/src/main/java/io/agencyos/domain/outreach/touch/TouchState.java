package io.agencyos.domain.outreach.touch;

import io.agencyos.domain.outreach.DeliveryStatus;
import io.agencyos.domain.shared.Vocabulary;

/** How far a touch is on its way. Source: vocabulary 4, outreach 4.1. */
public enum TouchState implements Vocabulary {
    /** Its row and unique key exist. */
    PLANNED,
    /** A person has to look at it. */
    AWAITING_APPROVAL,
    /** May be committed once due. */
    READY,
    /** Committed: quota reserved, facts frozen. */
    QUEUED,
    /** The outside call may be running. */
    DISPATCHING,
    /** Whether it left is not known yet; to be found out, not repeated. */
    UNKNOWN,
    /** Accepted outside. */
    SENT,
    /** Refused for this step alone, with a code. */
    SKIPPED,
    /** Withdrawn because something stopped the lead, with the reason. */
    CANCELLED,
    /** Definitely not sent, with a code. */
    FAILED,
    /** Nobody approved it in time. */
    EXPIRED,
    /** Whether it left will never be known: counts as sent for gaps and quota, is never sent again. */
    ABANDONED;

    /** True when nothing leads out of this state any more; what becomes of a sent one is its {@link DeliveryStatus}. */
    public boolean isTerminal() {
        return switch (this) {
            case PLANNED, AWAITING_APPROVAL, READY, QUEUED, DISPATCHING, UNKNOWN -> false;
            case SENT, SKIPPED, CANCELLED, FAILED, EXPIRED, ABANDONED -> true;
        };
    }

    /** True while an outside call may have happened or be happening: nothing may plan a second one beside it. */
    public boolean isInFlight() {
        return this == DISPATCHING || this == UNKNOWN;
    }

    /** True behind the commit: what the call carries is never written anew. Source: outreach 4.8 I11. */
    public boolean keepsText() {
        return switch (this) {
            case QUEUED, DISPATCHING, UNKNOWN, SENT, ABANDONED -> true;
            case PLANNED, AWAITING_APPROVAL, READY, SKIPPED, CANCELLED, FAILED, EXPIRED -> false;
        };
    }

    /** True where gaps and quota must assume that the lead was contacted. */
    public boolean countsAsSent() {
        return this == SENT || this == ABANDONED;
    }
}
