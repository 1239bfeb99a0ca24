package io.agencyos.domain.campaign;

import io.agencyos.domain.shared.Vocabulary;

/** How a campaign came to be; decides which slot it takes. Source: outreach 1.1 {@code kind}. */
public enum CampaignOrigin implements Vocabulary {
    CUSTOM,
    AI_SUGGESTED,
    TEMPLATE
}
