package io.agencyos.domain.allocation;

import io.agencyos.domain.lead.PoolPerson;
import io.agencyos.domain.lead.PoolStatus;
import io.agencyos.domain.lead.ReleaseReason;
import java.time.Instant;
import java.util.Set;

/**
 * What became of a person's earlier claims, as far as it decides who may claim the person now. Source: scoring POOL-4,
 * POOL-5.
 *
 * @param claimsOfTheYear claims by anybody in the last 12 months
 * @param reasons why the client that asks let go before
 * @param leftLast the last release was this client's, because it cancelled
 */
public record PastHolds(int claimsOfTheYear, Set<ReleaseReason> reasons, boolean leftLast) {

    /** Nobody ever claimed the person. */
    public static final PastHolds NONE = new PastHolds(0, Set.of(), false);

    /** A person is claimed at most so often in 12 months (POOL-4). */
    public static final int MOST_CLAIMS_OF_A_YEAR = 2;

    public PastHolds {
        reasons = Set.copyOf(reasons);
    }

    /** Check 8 of POOL-6, but for a claim that holds now. The allocator brings nobody back who said no to this client. */
    boolean allow(PoolPerson person, Instant now) {
        return !reasons.contains(ReleaseReason.NOT_INTERESTED) && allowByHand(person, now);
    }

    /** The same for one of the client's people, who may ask somebody again who said no and rested since. */
    public boolean allowByHand(PoolPerson person, Instant now) {
        return claimsOfTheYear < MOST_CLAIMS_OF_A_YEAR
                && !person.unsubscribed()
                && (person.status() == PoolStatus.AVAILABLE
                        || person.status() == PoolStatus.COOLING && rested(person, now));
    }

    private boolean rested(PoolPerson person, Instant now) {
        Instant until = person.coolingUntil();
        return leftLast || until == null || !now.isBefore(until);
    }
}
