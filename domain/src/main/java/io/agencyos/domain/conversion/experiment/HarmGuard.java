package io.agencyos.domain.conversion.experiment;

import io.agencyos.domain.conversion.stats.ConditionalCount;

/** Stops a variant that people complain about more than about the others. Source: conversion intelligence 7.1. */
public final class HarmGuard {

    private static final double CERTAIN = 0.01;
    private static final long LEAST = 3;

    private HarmGuard() {}

    /** Whether {@code harmed} of {@code n} is significantly above the other arms together. */
    public static boolean stops(long n, long harmed, long othersN, long othersHarmed) {
        if (harmed < LEAST || othersN == 0 || harmed * othersN <= othersHarmed * n) {
            return false;
        }
        ConditionalCount count = new ConditionalCount();
        count.add(n + othersN, harmed + othersHarmed, n);
        return count.twoSided(harmed) < CERTAIN;
    }
}
