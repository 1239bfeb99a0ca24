package io.agencyos.domain.conversion.kernel;

import io.agencyos.domain.conversion.stats.Tails;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** How much is known, and how much more is needed. Source: conversion intelligence 5.7, 5.9. */
public final class Evidence {

    private static final long HALF_KNOWN = 20;
    private static final BigDecimal MOST = new BigDecimal("0.9500");
    private static final double SURE = Tails.normalQuantile(0.995) + Tails.normalQuantile(0.80);

    private Evidence() {}

    /** Confidence of a pattern, 4 decimals: by the rarer of converted and not converted, not by the sample. */
    public static BigDecimal confidence(long units, long conversions) {
        long known = Math.min(conversions, units - conversions);
        return BigDecimal.valueOf(known)
                .divide(BigDecimal.valueOf(known + HALF_KNOWN), 4, RoundingMode.HALF_UP)
                .min(MOST);
    }

    /** Units that a segment needs so that {@code lift} times the rate {@code p0} is found in 80 % of cases. */
    public static long unitsNeeded(double p0, double lift) {
        double p1 = lift * p0;
        return (long) Math.ceil(SURE * SURE * p1 * (1 - p1) / ((p1 - p0) * (p1 - p0)));
    }

    /** Two-sided evidence that two shares differ (two-proportion z, pooled); 1 where there is nothing to compare. */
    public static double differ(long hits, long units, long otherHits, long otherUnits) {
        if (units == 0 || otherUnits == 0) {
            return 1;
        }
        double pooled = (double) (hits + otherHits) / (units + otherUnits);
        double variance = pooled * (1 - pooled) * (1.0 / units + 1.0 / otherUnits);
        double gap = (double) hits / units - (double) otherHits / otherUnits;
        return variance > 0 ? 2 * Tails.normal(Math.abs(gap) / Math.sqrt(variance)) : 1;
    }
}
