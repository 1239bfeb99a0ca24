package io.agencyos.domain.outreach.touch;

import io.agencyos.domain.shared.Vocabulary;

/** Why a touch exists; some checks do not apply to every origin (outreach 3.3). Source: vocabulary 3. */
public enum TouchOrigin implements Vocabulary {
    /** A step of the sequence came due. */
    SEQUENCE,
    /** A call is made again: nobody took it, or its person asked for it. */
    RETRY,
    /** An invitation was accepted. */
    FOLLOW_UP,
    /** An answer within an open conversation. */
    REPLY,
    /** A person pressed send. */
    MANUAL
}
