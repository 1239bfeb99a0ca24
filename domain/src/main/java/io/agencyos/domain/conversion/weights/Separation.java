package io.agencyos.domain.conversion.weights;

import io.agencyos.domain.conversion.stats.Tails;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * How well two scorings of the same leads tell who converts, and whether the first does it better: areas under the
 * curve with DeLong's paired variance. Source: conversion intelligence 11.5.
 *
 * @param first area of the one scoring, ties counting half
 * @param second area of the other
 * @param variance of the difference
 */
public record Separation(double first, double second, double variance) {

    private static final double SCORE_UNIT = 1e-9;

    /** Leads that both scorings treat alike. */
    public record Row(double first, double second, long n, long k) {}

    /** Compares them; there has to be a conversion and a lead that did not convert. */
    public static Separation of(List<Row> rows) {
        double[] one = placements(rows, row -> key(row.first()));
        double[] other = placements(rows, row -> key(row.second()));
        long positives = rows.stream().mapToLong(Row::k).sum();
        long negatives = rows.stream().mapToLong(row -> row.n() - row.k()).sum();
        double auc1 = 0;
        double auc2 = 0;
        for (int i = 0; i < rows.size(); i++) {
            auc1 += rows.get(i).k() * one[i] / positives;
            auc2 += rows.get(i).k() * other[i] / positives;
        }
        double[] below1 = negativePlacements(rows, row -> key(row.first()));
        double[] below2 = negativePlacements(rows, row -> key(row.second()));
        double ofPositives = 0;
        double ofNegatives = 0;
        for (int i = 0; i < rows.size(); i++) {
            double p = one[i] - other[i] - (auc1 - auc2);
            double n = below1[i] - below2[i] - (auc1 - auc2);
            ofPositives += rows.get(i).k() * p * p;
            ofNegatives += (rows.get(i).n() - rows.get(i).k()) * n * n;
        }
        double variance = part(ofPositives, positives) + part(ofNegatives, negatives);
        return new Separation(auc1, auc2, variance);
    }

    /** Area of one scoring alone. */
    public static double auc(List<Row> rows) {
        return of(rows).first();
    }

    /** What the first is better by. */
    public double gain() {
        return first - second;
    }

    /** Standard error of the gain. */
    public double standardError() {
        return Math.sqrt(variance);
    }

    /** One-sided evidence that the first is better; 1 where the two never differ. */
    public double pValue() {
        return variance > 0 ? Tails.normal(gain() / standardError()) : 1;
    }

    private static double part(double squares, long count) {
        return count < 2 ? 0 : squares / (count - 1) / count;
    }

    private interface Key {
        long of(Row row);
    }

    private static long key(double score) {
        return Math.round(score / SCORE_UNIT);
    }

    /** Per row: share of the leads that did not convert and that are scored lower. */
    private static double[] placements(List<Row> rows, Key key) {
        return shares(rows, key, row -> row.n() - row.k(), false);
    }

    /** Per row: share of the conversions that are scored higher. */
    private static double[] negativePlacements(List<Row> rows, Key key) {
        return shares(rows, key, Row::k, true);
    }

    private interface Count {
        long of(Row row);
    }

    private static double[] shares(List<Row> rows, Key key, Count count, boolean above) {
        Integer[] order = new Integer[rows.size()];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingLong(i -> key.of(rows.get(i))));
        double total = rows.stream().mapToLong(count::of).sum();
        double[] shares = new double[rows.size()];
        double below = 0;
        for (int from = 0; from < order.length; ) {
            int to = from;
            double tied = 0;
            while (to < order.length && key.of(rows.get(order[to])) == key.of(rows.get(order[from]))) {
                tied += count.of(rows.get(order[to]));
                to++;
            }
            double share = (below + tied / 2) / total;
            for (int i = from; i < to; i++) {
                shares[order[i]] = above ? 1 - share : share;
            }
            below += tied;
            from = to;
        }
        return shares;
    }
}
