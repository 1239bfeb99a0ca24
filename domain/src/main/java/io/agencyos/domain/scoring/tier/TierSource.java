package io.agencyos.domain.scoring.tier;

import io.agencyos.domain.shared.Vocabulary;

/** Whether a tier follows from the number or was forced by a gate. Source: scoring ALS-13. */
public enum TierSource implements Vocabulary {
    SCORE,
    GATE
}
