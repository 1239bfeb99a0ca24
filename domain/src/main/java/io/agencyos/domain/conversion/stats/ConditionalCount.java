package io.agencyos.domain.conversion.stats;

import org.apache.commons.statistics.distribution.HypergeometricDistribution;

/**
 * How many of the conversions fall on one segment when the segment means nothing: within each stratum hypergeometric,
 * over the strata their convolution. With one stratum the two-sided test is Fisher's. Source: conversion intelligence
 * 5.5.
 */
public final class ConditionalCount {

    /** Probabilities this much larger than the observed one still count as no larger. */
    private static final double SAME = 1e-7;

    private static final double NOTHING = 1e-300;

    private double[] mass = {1};
    private long least;

    /** Adds a stratum of {@code units} with {@code conversions}, of which the segment holds {@code inSegment} units. */
    public void add(long units, long conversions, long inSegment) {
        long low = Math.max(0, inSegment + conversions - units);
        long high = Math.min(inSegment, conversions);
        least += low;
        if (low < high) {
            mass = convolve(mass, probabilities(units, conversions, inSegment, low, high));
        }
    }

    /** Probability of a count no likelier than the observed one. */
    public double twoSided(long observed) {
        double limit = probability(observed) * (1 + SAME);
        double sum = 0;
        for (double each : mass) {
            if (each <= limit) {
                sum += each;
            }
        }
        return Math.min(1, sum);
    }

    private double probability(long count) {
        long at = count - least;
        return at < 0 || at >= mass.length ? 0 : mass[(int) at];
    }

    /** From the mode outwards by the ratio of neighbours, so that far tails fade out instead of being computed. */
    private static double[] probabilities(long units, long conversions, long inSegment, long low, long high) {
        HypergeometricDistribution exact =
                HypergeometricDistribution.of((int) units, (int) conversions, (int) inSegment);
        double[] p = new double[(int) (high - low) + 1];
        long mode = Math.clamp((long) ((inSegment + 1.0) * (conversions + 1.0) / (units + 2.0)), low, high);
        p[(int) (mode - low)] = exact.probability((int) mode);
        for (long k = mode; k < high && p[(int) (k - low)] > NOTHING; k++) {
            double up = (double) (conversions - k) * (inSegment - k);
            double down = (k + 1.0) * (units - conversions - inSegment + k + 1.0);
            p[(int) (k + 1 - low)] = p[(int) (k - low)] * up / down;
        }
        for (long k = mode; k > low && p[(int) (k - low)] > NOTHING; k--) {
            double up = (double) k * (units - conversions - inSegment + k);
            double down = (conversions - k + 1.0) * (inSegment - k + 1.0);
            p[(int) (k - 1 - low)] = p[(int) (k - low)] * up / down;
        }
        return p;
    }

    private static double[] convolve(double[] a, double[] b) {
        double[] sum = new double[a.length + b.length - 1];
        for (int i = 0; i < a.length; i++) {
            if (a[i] > 0) {
                for (int j = 0; j < b.length; j++) {
                    sum[i + j] += a[i] * b[j];
                }
            }
        }
        return sum;
    }
}
