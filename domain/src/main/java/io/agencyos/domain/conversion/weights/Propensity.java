package io.agencyos.domain.conversion.weights;

/**
 * Leads are contacted by rank, so low scores are seen too seldom and count the more. Source: conversion intelligence
 * 11.1.
 */
public final class Propensity {

    private static final double LEAST = 0.05;

    private Propensity() {}

    /** What a lead counts of a band and month in which so many of the assigned were contacted, before normalising. */
    public static double weight(long contacted, long assigned) {
        double chance = assigned == 0 ? 1 : Math.min(1, (double) contacted / assigned);
        return 1 / Math.max(chance, LEAST);
    }
}
