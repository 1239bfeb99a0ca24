package io.agencyos.domain.outreach;

/** Why a dial failed technically, and thereby what must rest until somebody or time has mended it. Source: outreach 10.6. */
public enum CallTrouble {
    /** Connection or pipeline: one new attempt. */
    LINE,
    /** The number does not exist as dialled: the address becomes INVALID. */
    MISDIALLED,
    /** The carrier does not let this number call: the number rests. */
    CARRIER_RIGHTS,
    OUT_OF_CREDITS,
    RATE_LIMITED,
    /** This number cannot call there: the number rests. */
    NUMBER_SETUP,
    /** The tenant's voice channel rests. */
    FRAUD_CHECK,
    /** The campaign's voice step rests. */
    ASSISTANT_SETUP,
    /** A reason that is not known: somebody should look. */
    UNKNOWN_END_REASON
}
