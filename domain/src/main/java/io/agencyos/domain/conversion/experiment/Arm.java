package io.agencyos.domain.conversion.experiment;

import io.agencyos.domain.conversion.stats.Beta;

/**
 * A variant and what came of it so far.
 *
 * @param n matured touches
 * @param k of them rewarded
 * @param live false once stopped or retired; then it gets no more traffic
 */
public record Arm(String name, long n, long k, boolean live) {

    private static final double PRIOR_STRENGTH = 50;

    /** Throws on impossible counts. */
    public Arm {
        if (n < 0 || k < 0 || k > n) {
            throw new IllegalArgumentException("an arm has 0 to n rewards");
        }
    }

    /** One that gets traffic. */
    public static Arm live(String name, long n, long k) {
        return new Arm(name, n, k, true);
    }

    Beta belief(double p0) {
        return new Beta(PRIOR_STRENGTH * p0 + k, PRIOR_STRENGTH * (1 - p0) + n - k);
    }

    Arm retired() {
        return new Arm(name, n, k, false);
    }
}
