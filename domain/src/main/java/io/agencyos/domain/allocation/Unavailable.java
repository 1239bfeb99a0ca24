package io.agencyos.domain.allocation;

import io.agencyos.domain.shared.Vocabulary;

/**
 * What stands behind {@link AssignmentRefusal#LEAD_UNAVAILABLE}, for staff alone: a client is not told of others. Source:
 * scoring POOL-6 check 8, B5.
 */
public enum Unavailable implements Vocabulary {
    /** Somebody holds the person, it rests, it is out of the pool, or there is no such person. */
    NOT_FREE,
    /** It was claimed twice in twelve months, or ended with this client in a way that nothing takes up again. */
    HELD_BEFORE,
    /** Another client wrote to its company within thirty days, or this client has three of the company's people. */
    COMPANY
}
