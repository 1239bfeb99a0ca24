package io.agencyos.domain.conversion.stats;

/**
 * How many of a number there were, with the 95 % interval of what the rate behind it may be (Jeffreys); an end at which
 * nothing, or everything, was seen belongs to the interval. Source: conversion intelligence 5.3, 9.1, 10.
 */
public record Share(double value, double low, double high) {

    private static final double TAIL = 0.025;

    /** Of one trial or more. */
    public static Share of(long hits, long trials) {
        if (trials <= 0 || hits < 0 || hits > trials) {
            throw new IllegalArgumentException("a share is of one or more, and of no more than there are");
        }
        Beta belief = Beta.jeffreys(hits, trials);
        return new Share(
                (double) hits / trials,
                hits == 0 ? 0 : belief.quantile(TAIL),
                hits == trials ? 1 : belief.quantile(1 - TAIL));
    }

    /** The difference to an earlier one, its interval made of the distances of both (MOVER). */
    public Share minus(Share earlier) {
        double difference = value - earlier.value;
        return new Share(
                difference,
                difference - Math.hypot(value - low, earlier.high - earlier.value),
                difference + Math.hypot(high - value, earlier.value - earlier.low));
    }
}
