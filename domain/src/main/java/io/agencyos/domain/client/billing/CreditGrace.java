package io.agencyos.domain.client.billing;

import java.time.Duration;
import java.time.Instant;
import org.jmolecules.ddd.annotation.ValueObject;

/**
 * Credits of the period before that outlive its end for three days, because the client was held up by us while it could
 * have used them. They are used up before those of the new period. Source: scoring B11.
 *
 * @param credits 1 or more
 * @param until when what is left of them expires
 */
@ValueObject
public record CreditGrace(int credits, Instant until) {

    /** How long they last. */
    public static final Duration LASTS = Duration.ofDays(3);

    /** Working days of the period on which the client was held up, from which on it has a grace. */
    public static final int HELD_UP_DAYS = 2;

    /** What the ledger says of the credits that nobody used in time. */
    public static final String OVER = "end of the grace";

    private static final int PERCENT_OF_QUOTA = 5;

    public CreditGrace {
        if (credits < 1) {
            throw new IllegalArgumentException("a grace of " + credits + " credits");
        }
    }

    /** How many of the unused credits go on: never more than a twentieth of the quota under which they were granted. */
    static int share(int unused, int quota) {
        return Math.min(unused, quota * PERCENT_OF_QUOTA / 100);
    }

    /**
     * What expires when it is over.
     *
     * @param consumed credits used since the period began
     * @param balance never more than this expires
     */
    public int left(int consumed, int balance) {
        return Math.min(Math.max(0, credits - consumed), balance);
    }
}
