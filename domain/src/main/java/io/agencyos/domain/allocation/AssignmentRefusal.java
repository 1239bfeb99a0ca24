package io.agencyos.domain.allocation;

import io.agencyos.domain.shared.Vocabulary;

/**
 * Why a pool lead is not assigned, in the order of the checks. Source: vocabulary 17 (assignment), scoring POOL-6.
 */
public enum AssignmentRefusal implements Vocabulary {
    /** The client does not exist any more. */
    CLIENT_NOT_FOUND(1),
    /** The subscription neither runs nor is on trial. */
    SUBSCRIPTION_INACTIVE(2),
    /** The client has stopped everything. */
    CLIENT_PAUSED(3),
    /** The campaign is not the client's or not active. */
    CAMPAIGN_INACTIVE(4),
    /** The ICP names neither industries nor titles nor locations. */
    ICP_NOT_CONFIGURED(5),
    /** Fewer than 1 or more than 1,000 were asked for. */
    INVALID_COUNT(6),
    /** The balance is used up. */
    NO_CREDITS(7),
    /** Claimed, cooling, or claimed twice in 12 months. */
    LEAD_UNAVAILABLE(8),
    /** Bounced, opted out, invalid or suppressed on the platform. */
    GLOBALLY_BLOCKED(9),
    /** Suppressed for this client, its customer or competitor. */
    CLIENT_SUPPRESSED(10),
    /** The address is not good enough, or missing with no other channel open. */
    EMAIL_QUALITY(11),
    /** Does not fit the ICP. */
    ICP_MISMATCH(12),
    /** This client's ALS is below 20. */
    SCORE_DEAD(13),
    /** Tier and floors leave no way to reach the person. */
    NO_REACHABLE_CHANNEL(13);

    private final int check;

    AssignmentRefusal(int check) {
        this.check = check;
    }

    /** Number of the check in POOL-6, 1 to 13. */
    public int check() {
        return check;
    }
}
