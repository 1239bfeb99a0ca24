package io.agencyos.domain.conversion.stats;

import org.apache.commons.statistics.distribution.BetaDistribution;

/** What is believed of a rate: a Beta distribution. Both parameters are above zero. Source: conversion intelligence 5.3. */
public record Beta(double alpha, double beta) {

    /** Throws when a parameter is not above zero; counts from outside are checked before. */
    public Beta {
        if (!(alpha > 0) || !(beta > 0)) {
            throw new IllegalArgumentException("a Beta distribution has parameters above zero");
        }
    }

    /** What is believed of {@code hits} in {@code trials} when nothing was known before (Jeffreys). */
    public static Beta jeffreys(long hits, long trials) {
        return new Beta(hits + 0.5, trials - hits + 0.5);
    }

    public double mean() {
        return alpha / (alpha + beta);
    }

    /** P(rate ≤ x). */
    public double cumulative(double x) {
        return distribution().cumulativeProbability(x);
    }

    /** P(rate > x). */
    public double survival(double x) {
        return distribution().survivalProbability(x);
    }

    /** The rate below which a share {@code p} of the belief lies. */
    public double quantile(double p) {
        return distribution().inverseCumulativeProbability(p);
    }

    /** The density at x. */
    public double density(double x) {
        return distribution().density(x);
    }

    BetaDistribution distribution() {
        return BetaDistribution.of(alpha, beta);
    }
}
