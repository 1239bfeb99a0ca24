package io.agencyos.domain.scoring.weight;

import io.agencyos.domain.shared.Vocabulary;

/** Life of a set of weights. Source: vocabulary 20. */
public enum WeightsStatus implements Vocabulary {
    /** Computed, not in use. */
    CANDIDATE,
    /** In use. */
    PROMOTED,
    /** Did not pass the gate. */
    REJECTED,
    /** A person has to decide. */
    NEEDS_REVIEW,
    /** Was in use. */
    RETIRED
}
