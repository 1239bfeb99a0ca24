package io.agencyos.domain.lead;

import io.agencyos.domain.shared.Vocabulary;

/** What became of one row of an import. Source: api 9.6. */
public enum ImportRowResult implements Vocabulary {
    /** A lead was made. */
    CREATED,
    /** A lead of the client had it already, and the row said something new. */
    UPDATED,
    /** A lead of the client had all of it already. */
    DUPLICATE_IN_CLIENT,
    /** An earlier row of the same file named the same person; the first one counts. */
    DUPLICATE_IN_FILE,
    /** The person must not be contacted, or belongs to somebody else, which is not told. */
    SUPPRESSED,
    /** The row could not be taken; its codes say why. */
    INVALID
}
