package io.agencyos.domain.lead;

import io.agencyos.domain.shared.Vocabulary;

/** State of a client's hold on a pool person. Source: vocabulary 7. */
public enum ClaimStatus implements Vocabulary {
    /** The client owns the person. */
    ACTIVE,
    /** The person is the client's customer; the hold never ends. */
    CONVERTED,
    /** Given back, with a reason. */
    RELEASED,
    /** Never contacted within 90 days. */
    EXPIRED;

    /** True while no other client may have the person (POOL-1, POOL-4). */
    public boolean isExclusive() {
        return this == ACTIVE || this == CONVERTED;
    }
}
