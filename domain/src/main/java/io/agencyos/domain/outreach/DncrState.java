package io.agencyos.domain.outreach;

import io.agencyos.domain.shared.Vocabulary;

/** What the Do Not Call Register last said of a number. Source: data model 3 ({@code dncr_state}). */
public enum DncrState implements Vocabulary {
    /** Never washed, or the register did not know the number. */
    UNKNOWN,
    /** Not on the register. */
    CLEAN,
    /** On the register. */
    LISTED
}
