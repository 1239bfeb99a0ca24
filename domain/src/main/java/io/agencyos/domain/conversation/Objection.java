package io.agencyos.domain.conversation;

import io.agencyos.domain.shared.Vocabulary;

/** What stands against a purchase, as the lead says it. Source: content 4.4, objections. */
public enum Objection implements Vocabulary {
    TIMING(RejectionReason.TIMING_NOT_NOW),
    BUDGET(RejectionReason.BUDGET_CONSTRAINTS),
    AUTHORITY(RejectionReason.NOT_DECISION_MAKER),
    NEED(RejectionReason.NO_NEED),
    COMPETITOR(RejectionReason.USING_COMPETITOR),
    TRUST(RejectionReason.OTHER),
    OTHER(RejectionReason.OTHER);

    private final RejectionReason reason;

    Objection(RejectionReason reason) {
        this.reason = reason;
    }

    /** The rejection reason that this objection is stored as. */
    public RejectionReason reason() {
        return reason;
    }
}
