package io.agencyos.adapters.out.vendorhttp;

/** What repeating a call would do, which decides whether it may be repeated without asking. */
enum CallKind {
    /** Changes nothing; repeated, and never ambiguous. */
    READ,
    /** Writes the same state again when repeated; repeated. */
    IDEMPOTENT_WRITE,
    /** Has an effect each time; made once, and ambiguous when its answer is lost. */
    WRITE;

    boolean repeatable() {
        return this != WRITE;
    }

    boolean writes() {
        return this != READ;
    }
}
