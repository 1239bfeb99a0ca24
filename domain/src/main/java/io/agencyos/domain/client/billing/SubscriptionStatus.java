package io.agencyos.domain.client.billing;

import io.agencyos.domain.shared.Vocabulary;

/** State of a client's subscription. Source: vocabulary 14, scoring PLAN-6. */
public enum SubscriptionStatus implements Vocabulary {
    /** On trial. */
    TRIALING,
    /** Paid. */
    ACTIVE,
    /** Payment is late: no assignment, no new outreach. */
    PAST_DUE,
    /** Over; leads and resources go back. */
    CANCELLED,
    /** Everything rests, resources are kept. */
    PAUSED;

    /** True where leads may be assigned and new outreach may start (POOL-6 check 2, outreach check 3). */
    public boolean isRunning() {
        return this == TRIALING || this == ACTIVE;
    }
}
