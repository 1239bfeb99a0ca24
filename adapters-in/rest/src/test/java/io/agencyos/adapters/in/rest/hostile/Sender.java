package io.agencyos.adapters.in.rest.hostile;

/** Whose credentials a request carries. */
enum Sender {
    OWNER,
    ADMIN,
    MEMBER,
    VIEWER,
    /** Owner of another client. */
    STRANGER,
    NOBODY,
    /** A token that is none. */
    FORGER;

    /** Whether it belongs to the client whose routes are tried. */
    boolean isOwn() {
        return compareTo(STRANGER) < 0;
    }
}
