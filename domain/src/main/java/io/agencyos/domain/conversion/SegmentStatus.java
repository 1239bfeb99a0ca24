package io.agencyos.domain.conversion;

import io.agencyos.domain.shared.Vocabulary;

/** What the evidence says about a segment. Source: vocabulary 19. */
public enum SegmentStatus implements Vocabulary {
    /** Too few leads. */
    INSUFFICIENT,
    /** Nothing to compare it with. */
    NO_CONTRAST,
    /** Converts better, beyond doubt. */
    CONFIRMED_POSITIVE,
    /** Converts worse, beyond doubt. */
    CONFIRMED_NEGATIVE,
    /** Looks better. */
    EMERGING_POSITIVE,
    /** Looks worse. */
    EMERGING_NEGATIVE,
    /** Makes no difference. */
    NEUTRAL
}
