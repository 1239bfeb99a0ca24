package io.agencyos.domain.conversion.kernel;

import java.util.Comparator;
import java.util.stream.IntStream;

/** False-discovery rates of a family of tests. Source: conversion intelligence 5.5. */
public final class BenjaminiHochberg {

    private BenjaminiHochberg() {}

    /** The q-value of each p-value, in the order given. */
    public static double[] qValues(double... p) {
        int[] order = IntStream.range(0, p.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> p[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] q = new double[p.length];
        double least = 1;
        for (int rank = p.length; rank >= 1; rank--) {
            int at = order[rank - 1];
            least = Math.min(least, p[at] * p.length / rank);
            q[at] = least;
        }
        return q;
    }
}
