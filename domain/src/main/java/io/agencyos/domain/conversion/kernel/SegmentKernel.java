package io.agencyos.domain.conversion.kernel;

import io.agencyos.domain.conversion.stats.ConditionalCount;
import io.agencyos.domain.conversion.stats.Tails;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** From counts to estimates; the only arithmetic of all detectors. Source: conversion intelligence 5.1–5.5. */
public final class SegmentKernel {

    /** From this variance on the normal approximation is good enough; below it the exact test decides. */
    private static final double LARGE_VARIANCE = 5;

    private SegmentKernel() {}

    /** Estimates of one dimension without priors. */
    public static Estimates estimate(SegmentTable table) {
        return estimate(table, Map.of());
    }

    /** Estimates of one dimension; {@code priorLifts} holds lifts already raised to their confidence. */
    public static Estimates estimate(SegmentTable table, Map<String, Double> priorLifts) {
        int size = table.size();
        double[] n = new double[size];
        double[] k = new double[size];
        double[] expected = new double[size];
        double[] variance = new double[size];
        for (int i = 0; i < size; i++) {
            for (SegmentTable.Entry entry : table.row(i)) {
                n[i] += entry.n();
                k[i] += entry.k();
                expected[i] += expected(table, entry);
                variance[i] += variance(table, entry);
            }
        }
        Shrinkage shrinkage = Shrinkage.of(table.units(), table.conversions(), n, k, expected, variance);
        List<Estimate> all = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            double prior = priorLifts.getOrDefault(table.segment(i), 1.0);
            all.add(estimate(table, i, (long) n[i], (long) k[i], expected[i], variance[i], shrinkage, prior));
        }
        return new Estimates(table.units(), table.conversions(), shrinkage, all);
    }

    private static Estimate estimate(
            SegmentTable table,
            int i,
            long n,
            long k,
            double expected,
            double variance,
            Shrinkage shrinkage,
            double prior) {
        double base = expected / n;
        double share = (double) n / table.units();
        boolean contrast = variance > 0;
        double pUp = contrast ? Estimate.posterior(base, n, k, shrinkage.m(), 1).survival(base) : Double.NaN;
        double ratio = contrast ? ratio(table, n, k, expected, base, shrinkage.m()) : Double.NaN;
        double p = contrast ? evidence(table, i, k, expected, variance) : Double.NaN;
        return new Estimate(table.segment(i), n, k, expected, variance, base, shrinkage, prior, ratio, share, pUp, p);
    }

    private static double ratio(SegmentTable table, long n, long k, double expected, double base, double m) {
        double lift = Estimate.posterior(base, n, k, m, 1).mean() / base;
        long restN = table.units() - n;
        long restK = table.conversions() - k;
        double restBase = (table.conversions() - expected) / restN;
        return lift / ((m * restBase + restK) / ((m + restN) * restBase));
    }

    private static double evidence(SegmentTable table, int i, long k, double expected, double variance) {
        if (variance >= LARGE_VARIANCE) {
            return Tails.chiSquared((k - expected) * (k - expected) / variance);
        }
        ConditionalCount count = new ConditionalCount();
        for (SegmentTable.Entry entry : table.row(i)) {
            count.add(table.unitsOf(entry.stratum()), table.conversionsOf(entry.stratum()), entry.n());
        }
        return count.twoSided(k);
    }

    private static double expected(SegmentTable table, SegmentTable.Entry entry) {
        return (double) entry.n() * table.conversionsOf(entry.stratum()) / table.unitsOf(entry.stratum());
    }

    private static double variance(SegmentTable table, SegmentTable.Entry entry) {
        double units = table.unitsOf(entry.stratum());
        double converted = table.conversionsOf(entry.stratum());
        return units <= 1
                ? 0
                : entry.n() * (units - entry.n()) / units * converted * (units - converted) / units / (units - 1);
    }
}
