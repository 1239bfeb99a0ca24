package io.agencyos.application.outreach.bulk;

import io.agencyos.domain.shared.Vocabulary;

/** What people do to many leads with one order. Source: api 9.6 {@code bulk-actions}. */
public enum BulkAction implements Vocabulary {
    /** Those that no campaign uses yet are put into one. */
    ASSIGN_CAMPAIGN,
    PAUSE,
    RESUME,
    ARCHIVE,
    SUPPRESS,
    ENRICH,
    DELETE
}
