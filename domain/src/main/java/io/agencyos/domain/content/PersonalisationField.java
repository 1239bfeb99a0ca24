package io.agencyos.domain.content;

import io.agencyos.domain.shared.Vocabulary;

/** What of a lead a text may speak of, as learning compares it. Source: CIS 3.1. */
public enum PersonalisationField implements Vocabulary {
    COMPANY_MENTION,
    FIRST_NAME,
    RECENT_NEWS,
    MUTUAL_CONNECTION,
    INDUSTRY_SPECIFIC
}
