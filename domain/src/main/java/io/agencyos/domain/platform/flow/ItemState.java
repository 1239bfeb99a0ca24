package io.agencyos.domain.platform.flow;

import io.agencyos.domain.shared.Vocabulary;

/** State of one lead, number or seat inside a step. Source: flows 1.4. */
public enum ItemState implements Vocabulary {
    /** Nobody took it yet. */
    PENDING,
    /** Committed before the vendor was called. */
    CLAIMED,
    /** The vendor did it. */
    DONE,
    /** It was refused, or gave out after its retries. */
    FAILED,
    /** There was no need. */
    SKIPPED,
    /** Nobody knows whether the vendor did it. */
    UNKNOWN
}
