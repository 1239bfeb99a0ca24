package io.agencyos.domain.deal;

import io.agencyos.domain.lead.SuppressionSource;
import io.agencyos.domain.shared.Vocabulary;

/** Where a customer is known from. Source: data model 4. */
public enum CustomerSource implements Vocabulary {
    HUBSPOT,
    PIPEDRIVE,
    CLOSE,
    CSV,
    MANUAL;

    /** The same of the suppression that it brings. */
    public SuppressionSource ofSuppression() {
        return switch (this) {
            case HUBSPOT, PIPEDRIVE, CLOSE -> SuppressionSource.CRM_IMPORT;
            case CSV -> SuppressionSource.CSV_IMPORT;
            case MANUAL -> SuppressionSource.MANUAL;
        };
    }
}
