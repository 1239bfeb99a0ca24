package io.agencyos.domain.campaign.sequence;

import io.agencyos.domain.shared.Vocabulary;

/** The missing contact point that skips a step. Source: outreach 2.1. */
public enum StepSkipIf implements Vocabulary {
    EMAIL_MISSING,
    PHONE_MISSING,
    LINKEDIN_URL_MISSING,
    ADDRESS_MISSING
}
