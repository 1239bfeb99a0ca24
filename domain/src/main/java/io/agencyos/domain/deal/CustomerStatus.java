package io.agencyos.domain.deal;

import io.agencyos.domain.shared.Vocabulary;

/** Whether a company buys. Source: content 6.2, data model 4. */
public enum CustomerStatus implements Vocabulary {
    ACTIVE,
    CHURNED,
    PROSPECT
}
