package io.agencyos.domain.outreach.call;

import io.agencyos.domain.shared.Vocabulary;

/** Why a dial failed technically, and thereby what must rest until somebody or time has mended it. Source: outreach 10.6. */
public enum CallTrouble implements Vocabulary {
    /** Connection or pipeline: one new attempt. */
    LINE,
    /** The number does not exist as dialled: the address becomes INVALID. */
    MISDIALLED,
    /** The carrier does not let this number call: the number rests. */
    CARRIER_RIGHTS,
    OUT_OF_CREDITS,
    /** No line was free: nobody is called for a minute. */
    RATE_LIMITED,
    /** The number has made its calls of the vendor's day: it rests until the next. */
    NUMBER_SPENT,
    /** This number cannot call there: the number rests. */
    NUMBER_SETUP,
    /** The tenant's voice channel rests. */
    FRAUD_CHECK,
    /** The campaign's voice step rests. */
    ASSISTANT_SETUP,
    /** A reason that is not known: somebody should look. */
    UNKNOWN_END_REASON
}
