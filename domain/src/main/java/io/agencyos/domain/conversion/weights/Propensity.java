package io.agencyos.domain.conversion.weights;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Leads are contacted by rank, so low scores are seen too seldom and count the more. Source: conversion intelligence
 * 11.1.
 */
public final class Propensity {

    /** Points of the score that leads are alike in, beside the month in which they came. */
    public static final int BAND = 5;

    private static final double LEAST = 0.05;

    /**
     * Matured leads with the same points, of one band and month.
     *
     * @param cell that counts like any other
     * @param contacted leads of that band and month, matured or not
     * @param assigned of it; 0 where nothing is known of them any more
     */
    public record Group(ComponentCell cell, long contacted, long assigned) {

        double weight() {
            return Propensity.weight(contacted, assigned);
        }
    }

    private record Key(ComponentCell alike, double weight) {}

    private static final Comparator<Key> ORDER = Comparator.comparingInt(
                    (Key key) -> key.alike().dataQuality())
            .thenComparingInt(key -> key.alike().authority())
            .thenComparingInt(key -> key.alike().companyFit())
            .thenComparingInt(key -> key.alike().timing())
            .thenComparingInt(key -> key.alike().risk())
            .thenComparingDouble(Key::weight);

    private Propensity() {}

    /** What a lead counts of a band and month in which so many of the assigned were contacted, before normalising. */
    public static double weight(long contacted, long assigned) {
        double chance = assigned == 0 ? 1 : Math.min(1, (double) contacted / assigned);
        return 1 / Math.max(chance, LEAST);
    }

    /** The leads as they count, 1 on average; in one order, whatever the groups came in. */
    public static List<ComponentCell> weighed(List<Group> groups) {
        Map<Key, long[]> counts = new TreeMap<>(ORDER);
        for (Group group : groups) {
            ComponentCell cell = group.cell();
            long[] count = counts.computeIfAbsent(new Key(cell.counting(1, 0, 0, 0), group.weight()), _ -> new long[3]);
            count[0] += cell.n();
            count[1] += cell.k();
            count[2] += cell.kEmail();
        }
        double weights = 0;
        double leads = 0;
        for (Map.Entry<Key, long[]> each : counts.entrySet()) {
            weights += each.getKey().weight() * each.getValue()[0];
            leads += each.getValue()[0];
        }
        double mean = leads == 0 ? 1 : weights / leads;
        return counts.entrySet().stream()
                .map(each -> each.getKey()
                        .alike()
                        .counting(
                                each.getKey().weight() / mean,
                                each.getValue()[0],
                                each.getValue()[1],
                                each.getValue()[2]))
                .toList();
    }
}
