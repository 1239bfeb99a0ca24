package io.agencyos.domain.conversion.kernel;

/**
 * How strongly the rates of a dimension are drawn to what is expected.
 *
 * @param p0 the overall rate
 * @param rho moment estimate of the intra-class correlation, 0 where fewer than three segments allow none
 * @param m weight of the prior, in units, 20 to 1000
 * @param mCi the same for intervals, where the prior weighs at most one conversion
 */
public record Shrinkage(double p0, double rho, double m, double mCi) {

    private static final double LEAST = 20;
    private static final double MOST = 1000;
    private static final double NO_DENOMINATOR = 1e-9;
    private static final int SEGMENTS_FOR_AN_ESTIMATE = 3;
    private static final double CONVERSIONS_WITHOUT_ESTIMATE = 5;

    /** Source: conversion intelligence 5.2, 5.3. */
    static Shrinkage of(long units, long conversions, double[] n, double[] k, double[] expected, double[] variance) {
        double p0 = units == 0 ? 0 : (double) conversions / units;
        double rho = n.length < SEGMENTS_FOR_AN_ESTIMATE ? 0 : rho(units, p0, n, k, expected, variance);
        double m = n.length < SEGMENTS_FOR_AN_ESTIMATE
                ? CONVERSIONS_WITHOUT_ESTIMATE / Math.min(p0, 1 - p0)
                : rho > 0 ? 1 / rho - 1 : MOST;
        double clamped = Math.clamp(m, LEAST, MOST);
        return new Shrinkage(p0, rho, clamped, Math.min(clamped, 1 / p0));
    }

    private static double rho(long units, double p0, double[] n, double[] k, double[] expected, double[] variance) {
        double between = 0;
        double within = 0;
        double squares = 0;
        for (int i = 0; i < n.length; i++) {
            between += (k[i] - expected[i]) * (k[i] - expected[i]) / n[i];
            within += variance[i] / n[i];
            squares += n[i] * n[i];
        }
        double denominator = p0 * (1 - p0) * (units - squares / units - (n.length - 1));
        return denominator <= NO_DENOMINATOR ? 0 : (between - within) / denominator;
    }
}
