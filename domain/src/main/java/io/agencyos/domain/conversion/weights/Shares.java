package io.agencyos.domain.conversion.weights;

import io.agencyos.domain.scoring.weight.Weights;
import io.agencyos.domain.shared.LargestRemainder;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.DoubleStream;

/** Weights as the numbers that are fitted, and back. Source: conversion intelligence 11.4. */
final class Shares {

    private static final double STEP = 0.10;
    private static final long THOUSANDTHS = 1_000;
    private static final int PER_THOUSANDTH = 10;

    private Shares() {}

    static double[] of(Weights weights) {
        return ComponentCell.COMPONENTS.stream()
                .mapToDouble(each -> (double) weights.of(each) / Weights.ONE)
                .toArray();
    }

    /** From the active weights towards the fitted ones, no component by more than 0.10; 3 decimals that sum to 1.000. */
    static Weights stepped(Weights active, double[] fitted) {
        double[] from = of(active);
        double farthest = 0;
        for (int i = 0; i < from.length; i++) {
            farthest = Math.max(farthest, Math.abs(fitted[i] - from[i]));
        }
        double gamma = farthest == 0 ? 1 : Math.min(1, STEP / farthest);
        double[] next = new double[from.length];
        for (int i = 0; i < from.length; i++) {
            next[i] = from[i] + gamma * (fitted[i] - from[i]);
        }
        return rounded(next);
    }

    /** 3 decimals by largest remainder. */
    static Weights rounded(double[] shares) {
        List<Integer> parts =
                LargestRemainder.split(
                                THOUSANDTHS,
                                DoubleStream.of(shares)
                                        .mapToObj(BigDecimal::valueOf)
                                        .toList())
                        .stream()
                        .map(each -> (int) (each * PER_THOUSANDTH))
                        .toList();
        return new Weights(parts.get(0), parts.get(1), parts.get(2), parts.get(3), parts.get(4));
    }
}
