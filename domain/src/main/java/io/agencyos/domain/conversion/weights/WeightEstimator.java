package io.agencyos.domain.conversion.weights;

import io.agencyos.domain.conversion.stats.Logistic;
import io.agencyos.domain.conversion.stats.ShareBoundFit;
import io.agencyos.domain.scoring.weight.Weights;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Fits weights to outcomes, drawn towards the reference weights by a ridge: few conversions leave them where they were,
 * many follow the data. Source: conversion intelligence 11.3.
 *
 * @param reference the weights that would be used if none were learned
 * @param tau how strongly they are held to, 1 to 100, normally 5
 */
public record WeightEstimator(Weights reference, double tau) {

    /** The usual strength. */
    public static final double TAU = 5;

    private static final double LEAST_SHARE = 0.05;
    private static final double MOST_SHARE = 0.50;
    private static final double LEAST_SLOPE = 0.5;
    private static final double MOST_SLOPE = 10;
    private static final double NO_SIGNAL = 1e-6;

    /** What the fit says. */
    public sealed interface Fit {

        /** The optimum; {@code weights} sum to one, unrounded, in the order of the components. */
        record Fitted(double intercept, double[] beta, double[] weights, int iterations, Logistic.Line line)
                implements Fit {}

        /** Better scores do not convert better. */
        record NoSignal() implements Fit {}

        /** The solver did not reach an optimum. */
        record SolverFailed() implements Fit {}
    }

    /** The weights that these leads speak for. */
    public Fit fit(List<ComponentCell> cells) {
        double[] start = Shares.of(reference);
        Logistic.Line line = Logistic.fit(
                of(cells, cell -> cell.score(start)),
                of(cells, cell -> cell.selection() * cell.n()),
                of(cells, cell -> cell.selection() * cell.k()),
                LEAST_SLOPE,
                MOST_SLOPE);
        double[] centre =
                Arrays.stream(start).map(share -> line.slope() * share).toArray();
        List<Logistic.Row> rows = cells.stream()
                .map(cell -> new Logistic.Row(cell.shares(), cell.selection() * cell.n(), cell.selection() * cell.k()))
                .toList();
        return switch (new ShareBoundFit(rows, centre, tau, LEAST_SHARE, MOST_SHARE).solve(line.intercept())) {
            case ShareBoundFit.Outcome.Solved solved -> fitted(solved, line);
            case ShareBoundFit.Outcome.Failed failed -> new Fit.SolverFailed();
        };
    }

    private static Fit fitted(ShareBoundFit.Outcome.Solved solved, Logistic.Line line) {
        double sum = Arrays.stream(solved.beta()).sum();
        return sum <= NO_SIGNAL
                ? new Fit.NoSignal()
                : new Fit.Fitted(
                        solved.intercept(),
                        solved.beta(),
                        Arrays.stream(solved.beta()).map(each -> each / sum).toArray(),
                        solved.iterations(),
                        line);
    }

    private static double[] of(List<ComponentCell> cells, ToDoubleFunction<ComponentCell> value) {
        return cells.stream().mapToDouble(value).toArray();
    }
}
