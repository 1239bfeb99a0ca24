package io.agencyos.domain.campaign.enrolment;

import io.agencyos.domain.shared.ReasonCode;
import io.agencyos.domain.shared.Vocabulary;

/** Why an enrolment waits for a person. Source: vocabulary 17 (enrolment holds). */
public enum EnrolmentHold implements Vocabulary {
    /** Two drafts ran out unapproved. */
    APPROVAL_EXPIRED,
    /** Overdue by more than 14 days. */
    STALE_ENROLMENT,
    /** No acceptable text could be made. */
    CONTENT_QA_FAILED,
    /** The LinkedIn seat has to be linked anew. */
    SEAT_DISCONNECTED;

    /** The code as an enrolment stores it. */
    public ReasonCode code() {
        return ReasonCode.of(this);
    }
}
