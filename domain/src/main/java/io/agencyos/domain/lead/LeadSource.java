package io.agencyos.domain.lead;

import io.agencyos.domain.shared.Vocabulary;

/** How a lead came to its client. Source: data model 4. */
public enum LeadSource implements Vocabulary {
    POOL,
    MANUAL,
    CSV_IMPORT,
    CRM_IMPORT,
    REFERRAL,
    API
}
