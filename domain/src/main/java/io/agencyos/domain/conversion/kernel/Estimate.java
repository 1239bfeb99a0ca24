package io.agencyos.domain.conversion.kernel;

import io.agencyos.domain.conversion.stats.Beta;

/**
 * What the counts say of one segment, unrounded. Without contrast (a variance of zero) only the counts mean anything.
 * Source: conversion intelligence 5.1–5.5.
 *
 * @param expected conversions of a mix like this one without segment effect
 * @param variance of the conversions without segment effect; 0 is no contrast
 * @param base rate a unit of this mix would have without segment effect
 * @param shrinkage of the whole dimension
 * @param priorLift what published or platform figures expect of the segment, already raised to its confidence; 1 is none
 * @param ratio lift with ÷ lift without
 * @param share of all units
 * @param pUp P(rate above base), without the prior lift
 * @param pValue two-sided evidence against no effect
 */
public record Estimate(
        String segment,
        long n,
        long k,
        double expected,
        double variance,
        double base,
        Shrinkage shrinkage,
        double priorLift,
        double ratio,
        double share,
        double pUp,
        double pValue) {

    /** Above this share a segment is most of what it is compared with, so its ratio is read instead of its lift. */
    public static final double LARGE_SHARE = 0.30;

    private static final double LEAST_MEAN = 0.0001;
    private static final double MOST_MEAN = 0.9;
    private static final double TAIL = 0.025;

    /** Limits of a rate. */
    public record Interval(double low, double high) {}

    public boolean hasContrast() {
        return variance > 0;
    }

    /** Converted ÷ units. */
    public double rawRate() {
        return (double) k / n;
    }

    /** Shrunk rate of the segment ÷ its base, with the prior lift. */
    public double lift() {
        return posterior(shrinkage.m(), priorLift).mean() / base;
    }

    /** The rate, standardised to the overall mix. */
    public double rate() {
        return Math.min(1, lift() * shrinkage.p0());
    }

    /** What every threshold on lift reads (5.4): never moved by a prior. */
    public double effect() {
        return share <= LARGE_SHARE ? plainLift() : ratio;
    }

    /** 95 % credible interval of {@link #rate()}. */
    public Interval interval() {
        double mean = posterior(shrinkage.m(), priorLift).mean();
        Beta posterior = posterior(shrinkage.mCi(), priorLift);
        double low = k == 0 ? 0 : posterior.quantile(TAIL);
        double high = k == n ? 1 : posterior.quantile(1 - TAIL);
        return new Interval(standardised(Math.min(low, mean)), standardised(Math.max(high, mean)));
    }

    private double plainLift() {
        return posterior(shrinkage.m(), 1).mean() / base;
    }

    private Beta posterior(double m, double lift) {
        return posterior(base, n, k, m, lift);
    }

    static Beta posterior(double base, long n, long k, double m, double lift) {
        double mean = Math.clamp(base * lift, LEAST_MEAN, MOST_MEAN);
        return new Beta(m * mean + k, m * (1 - mean) + n - k);
    }

    private double standardised(double rate) {
        return Math.min(1, rate / base * shrinkage.p0());
    }
}
