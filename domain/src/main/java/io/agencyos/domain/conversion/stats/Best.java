package io.agencyos.domain.conversion.stats;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * Which of several rates is the highest, by integration instead of by drawing: the same beliefs always give the same
 * answer. Source: conversion intelligence 7.1.
 */
public final class Best {

    private static final double EDGE = 1e-9;
    private static final int POINTS = 20;
    private static final int PIECES = 5;
    private static final GaussIntegrator RULE = new GaussIntegratorFactory().legendre(POINTS);

    private Best() {}

    /** P(this rate is above all the others), for each; absolute error below 10⁻⁶. */
    public static double[] probabilities(List<Beta> rates) {
        double[] best = new double[rates.size()];
        BetaDistribution[] laws = laws(rates);
        double left = 1;
        for (int i = 0; i + 1 < best.length; i++) {
            int arm = i;
            best[i] = integral(laws[i], x -> laws[arm].density(x) * allBelow(laws, arm, x));
            left -= best[i];
        }
        if (best.length > 0) {
            best[best.length - 1] = Math.max(0, left);
        }
        return best;
    }

    /** How much is expected to be lost by choosing this one: E[highest rate − its rate]. */
    public static double expectedLoss(List<Beta> rates, int chosen) {
        BetaDistribution[] laws = laws(rates);
        double highest = 0;
        for (int i = 0; i < laws.length; i++) {
            int arm = i;
            highest += integral(laws[i], x -> x * laws[arm].density(x) * allBelow(laws, arm, x));
        }
        return Math.max(0, highest - rates.get(chosen).mean());
    }

    /** Made once each: making one takes as long as asking it at a point, and it is asked at a hundred. */
    private static BetaDistribution[] laws(List<Beta> rates) {
        return rates.stream().map(Beta::distribution).toArray(BetaDistribution[]::new);
    }

    private static double allBelow(BetaDistribution[] laws, int except, double x) {
        double product = 1;
        for (int j = 0; j < laws.length; j++) {
            product *= j == except ? 1 : laws[j].cumulativeProbability(x);
        }
        return product;
    }

    /** Over the range in which the belief has any weight, in pieces, as a rate far from the others is a narrow peak. */
    private static double integral(BetaDistribution belief, DoubleUnaryOperator f) {
        double low = belief.inverseCumulativeProbability(EDGE);
        double width = (belief.inverseCumulativeProbability(1 - EDGE) - low) / PIECES;
        double sum = 0;
        for (int piece = 0; piece < PIECES; piece++) {
            double from = low + piece * width;
            for (int i = 0; i < POINTS; i++) {
                double x = from + width * (RULE.getPoint(i) + 1) / 2;
                sum += RULE.getWeight(i) * f.applyAsDouble(x) * width / 2;
            }
        }
        return sum;
    }
}
