package io.agencyos.domain.lead;

import io.agencyos.domain.shared.Vocabulary;

/** Whether a pool person may be given to a client. Source: vocabulary 7. */
public enum PoolStatus implements Vocabulary {
    /** May be assigned. */
    AVAILABLE,
    /** Belongs to one client. */
    CLAIMED,
    /** Rests until a date. */
    COOLING,
    /** Has become a customer of its client, for good. */
    CONVERTED,
    /** The address is dead and there is no other channel. */
    BOUNCED,
    /** Opted out of somebody: given to nobody, for good. */
    UNSUBSCRIBED,
    /** There is no valid way to reach the person. */
    INVALID,
    /** Removed on privacy request, for good. */
    ERASED;

    /** True when nothing leads out of this state any more. */
    public boolean isTerminal() {
        return this == CONVERTED || this == UNSUBSCRIBED || this == ERASED;
    }
}
