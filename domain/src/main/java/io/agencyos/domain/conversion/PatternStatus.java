package io.agencyos.domain.conversion;

import io.agencyos.domain.shared.Vocabulary;

/** Life of a learned pattern. Source: vocabulary 19. */
public enum PatternStatus implements Vocabulary {
    /** The newest, until it runs out. */
    ACTIVE,
    /** Replaced by a newer one. */
    SUPERSEDED,
    /** Out of date for 14 days. */
    EXPIRED
}
