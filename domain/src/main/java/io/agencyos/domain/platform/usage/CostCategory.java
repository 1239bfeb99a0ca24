package io.agencyos.domain.platform.usage;

import io.agencyos.domain.shared.Vocabulary;

/** What money goes into. Source: web 11.3, costs by category. */
public enum CostCategory implements Vocabulary {
    /** Calls of language models. */
    AI,
    /** Records of people and companies. */
    RECORDS,
    /** Texts. */
    TEXTS,
    /** Telephone calls. */
    CALLS,
    /** Letters. */
    LETTERS;

    /** Where what a vendor counts belongs. */
    public static CostCategory of(MeteredUnit unit) {
        return switch (unit) {
            case CREDIT -> RECORDS;
            case SEGMENT -> TEXTS;
            case MINUTE -> CALLS;
            case PIECE -> LETTERS;
        };
    }
}
