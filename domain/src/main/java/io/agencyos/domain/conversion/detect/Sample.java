package io.agencyos.domain.conversion.detect;

import java.util.List;

/**
 * All that a detector is told: how many units and conversions its window holds, and the counts per dimension.
 *
 * @param windowDays 90, 180 or 365
 */
public record Sample(long units, long conversions, int windowDays, List<Dimension> dimensions) {

    /** Fewer units say nothing. */
    public static final long LEAST_UNITS = 30;

    /** The same in a section of the funnel. */
    public static final long LEAST_UNITS_OF_A_SECTION = 20;

    private static final long LEAST_OF_EITHER = 5;

    public Sample {
        dimensions = List.copyOf(dimensions);
    }

    /** Whether there is enough to say anything at all. Source: conversion intelligence 4. */
    public boolean reachesTheMinimum() {
        return reaches(LEAST_UNITS);
    }

    /** The same for a section of the funnel. */
    public boolean reachesTheMinimumOfASection() {
        return reaches(LEAST_UNITS_OF_A_SECTION);
    }

    private boolean reaches(long least) {
        return units >= least && Math.min(conversions, units - conversions) >= LEAST_OF_EITHER;
    }
}
