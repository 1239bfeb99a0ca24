package io.agencyos.domain.scoring;

import io.agencyos.domain.shared.Vocabulary;

/** Rank of a person at work, highest first. Source: data model 4. */
public enum Seniority implements Vocabulary {
    OWNER,
    FOUNDER,
    PARTNER,
    C_SUITE,
    VP,
    HEAD,
    DIRECTOR,
    MANAGER,
    SENIOR,
    ENTRY,
    INTERN,
    UNKNOWN
}
