package io.agencyos.domain.conversion.weights;

import io.agencyos.domain.conversion.stats.Logistic;
import io.agencyos.domain.scoring.weight.Weights;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Leads in two parts by the time of their first touch: the older to fit on, the newer to be judged on, never seen
 * before. Source: conversion intelligence 11.5.
 */
public record Holdout(List<ComponentCell> train, List<ComponentCell> test) {

    private static final double UNBOUNDED = 1_000;
    private static final double FIFTHS = 5;
    private static final double PERCENT = 100;
    private static final int BAND = 5;

    /** How well weights do on the newer part. */
    public record Metrics(double auc, double logLoss, double brier) {}

    public Holdout {
        train = List.copyOf(train);
        test = List.copyOf(test);
    }

    static long units(List<ComponentCell> cells) {
        return cells.stream().mapToLong(ComponentCell::n).sum();
    }

    static long conversions(List<ComponentCell> cells) {
        return cells.stream().mapToLong(ComponentCell::k).sum();
    }

    /** All leads. */
    public long units() {
        return units(train) + units(test);
    }

    /** All conversions. */
    public long conversions() {
        return conversions(train) + conversions(test);
    }

    /** Leads of the newer part. */
    public long unitsHeldOut() {
        return units(test);
    }

    /** Their conversions. */
    public long conversionsHeldOut() {
        return conversions(test);
    }

    /** The first set against the second, on the newer part. */
    public Separation compare(Weights first, Weights second) {
        return compare(test, first, second);
    }

    /**
     * Whether weights sort these leads better than the default ones; not where there is nothing to tell apart. Source:
     * conversion intelligence 12.2.
     */
    public static boolean beatsDefault(List<ComponentCell> cells, Weights weights) {
        long conversions = conversions(cells);
        return conversions > 0
                && conversions < units(cells)
                && compare(cells, weights, Weights.DEFAULT).gain() > 0;
    }

    /** The same by conversions that are credited to an e-mail. */
    Separation compareByEmail(Weights first, Weights second) {
        return compare(test.stream().map(ComponentCell::byEmail).toList(), first, second);
    }

    boolean hasEmailConversions() {
        return test.stream().anyMatch(cell -> cell.kEmail() > 0);
    }

    private static Separation compare(List<ComponentCell> cells, Weights first, Weights second) {
        double[] one = Shares.of(first);
        double[] other = Shares.of(second);
        return Separation.of(cells.stream()
                .map(cell -> new Separation.Row(cell.score(one), cell.score(other), cell.n(), cell.k()))
                .toList());
    }

    /**
     * Share of the newer part's conversions that the fifth with the best scores holds; of leads with equal scores at the
     * border as many as fit. Source: conversion intelligence 23.3.
     */
    public double topFifth(Weights weights) {
        double[] shares = Shares.of(weights);
        double left = units(test) / FIFTHS;
        double held = 0;
        for (ComponentCell cell : test.stream()
                .sorted(Comparator.comparingDouble((ComponentCell each) -> -each.score(shares)))
                .toList()) {
            double taken = Math.min(left, cell.n());
            held += cell.k() * taken / cell.n();
            left -= taken;
        }
        return held / conversions(test);
    }

    /**
     * The lowest score in steps of five at which any of these leads was contacted, by the default weights; what weights say of
     * lower ones is a guess. Of no leads 0. Source: conversion intelligence 11.1.
     */
    public int lowestScore() {
        double[] shares = Shares.of(Weights.DEFAULT);
        return Stream.concat(train.stream(), test.stream())
                .mapToInt(cell -> (int) Math.round(PERCENT * cell.score(shares)))
                .map(score -> score - score % BAND)
                .min()
                .orElse(0);
    }

    /** Whether there is anything to measure: conversions in both parts, and leads that did not convert. */
    public boolean isMeasurable() {
        return conversions(train) > 0
                && conversions(test) > 0
                && conversions(train) < units(train)
                && conversions(test) < units(test);
    }

    /** Calibrated on the older part, measured on the newer. */
    public Metrics metrics(Weights weights) {
        double[] shares = Shares.of(weights);
        Logistic.Line line = Logistic.fit(
                train.stream().mapToDouble(cell -> cell.score(shares)).toArray(),
                train.stream().mapToDouble(ComponentCell::n).toArray(),
                train.stream().mapToDouble(ComponentCell::k).toArray(),
                -UNBOUNDED,
                UNBOUNDED);
        double logLoss = 0;
        double brier = 0;
        for (ComponentCell cell : test) {
            double p = line.at(cell.score(shares));
            logLoss -= cell.k() * Math.log(p) + (cell.n() - cell.k()) * Math.log1p(-p);
            brier += cell.k() * (1 - p) * (1 - p) + (cell.n() - cell.k()) * p * p;
        }
        double units = units(test);
        return new Metrics(compare(weights, weights).first(), logLoss / units, brier / units);
    }
}
