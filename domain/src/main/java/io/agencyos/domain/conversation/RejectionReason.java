package io.agencyos.domain.conversation;

import io.agencyos.domain.shared.Vocabulary;

/** Why a lead said no; the last four are only set by a person. Source: content 4.4. */
public enum RejectionReason implements Vocabulary {
    TIMING_NOT_NOW,
    BUDGET_CONSTRAINTS,
    NOT_DECISION_MAKER,
    NO_NEED,
    USING_COMPETITOR,
    OTHER,
    NOT_INTERESTED_GENERIC,
    DO_NOT_CONTACT,
    BAD_EXPERIENCE,
    TOO_BUSY,
    WRONG_CONTACT,
    COMPANY_POLICY
}
