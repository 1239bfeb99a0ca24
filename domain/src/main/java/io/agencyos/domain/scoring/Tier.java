package io.agencyos.domain.scoring;

import io.agencyos.domain.shared.Vocabulary;

/** Tier of a lead by its score. Source: vocabulary 1. */
public enum Tier implements Vocabulary {
    HOT,
    WARM,
    COOL,
    COLD,
    DEAD
}
