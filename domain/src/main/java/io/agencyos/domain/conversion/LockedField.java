package io.agencyos.domain.conversion;

import io.agencyos.domain.shared.Vocabulary;

/** A field of the target that a client keeps as it is. Either bound of the size locks both. Source: CIS 15. */
public enum LockedField implements Vocabulary {
    TITLES,
    INDUSTRIES,
    COMPANY_SIZES,
    LOCATIONS,
    SENIORITIES
}
