package io.agencyos.domain.resource.seat;

/** What a vendor says about a LinkedIn seat, as an event of its states. Source: outreach 11.1. */
public enum SeatSignal {
    /** It works. */
    CONNECTED,
    /** Its owner has to sign in again. */
    CREDENTIALS_REQUIRED,
    /** LinkedIn limits it. */
    RESTRICTED,
    /** The vendor has trouble with it, or does not know: as restricted, but trouble that is soon over leaves nothing behind. */
    FAULTY,
    /** It is gone. */
    DISCONNECTED,
    /** Something is under way; nothing changes. */
    UNDER_WAY
}
