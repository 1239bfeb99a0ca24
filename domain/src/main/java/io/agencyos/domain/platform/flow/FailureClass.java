package io.agencyos.domain.platform.flow;

import io.agencyos.domain.shared.Vocabulary;

/** What kind of error it was; the treatment follows from it alone. Source: flows 1.5. */
public enum FailureClass implements Vocabulary {
    /** May work later by itself. */
    TRANSIENT,
    /** Will never work. */
    PERMANENT,
    /** The vendor does not let us in. */
    CREDENTIAL,
    /** Credits, budget, quota or plan. */
    LIMIT,
    /** It may have been done. */
    UNKNOWN_OUTCOME,
    /** Our own defect. */
    BUG
}
