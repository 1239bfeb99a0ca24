package io.agencyos.domain.conversion.stats;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** Tail probabilities and quantiles of the reference distributions. */
public final class Tails {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final ChiSquaredDistribution CHI_SQUARED = ChiSquaredDistribution.of(1);

    private Tails() {}

    /** P(χ² > x) with one degree of freedom. */
    public static double chiSquared(double x) {
        return CHI_SQUARED.survivalProbability(x);
    }

    /** P(Z > z) of a standard normal. */
    public static double normal(double z) {
        return NORMAL.survivalProbability(z);
    }

    /** The z below which a share {@code p} of a standard normal lies. */
    public static double normalQuantile(double p) {
        return NORMAL.inverseCumulativeProbability(p);
    }
}
