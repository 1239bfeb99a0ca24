package io.agencyos.domain.conversion.kernel;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Values too rare to be shown, and those beyond the 50 largest, take part together as one segment, which is never
 * ranked or tested. Source: conversion intelligence 4, 5.
 */
public final class Pooling {

    /** Key of the pooled segment. No value of a dimension is called so. */
    public static final String OTHER = "other";

    private static final int LEAST = 10;
    private static final int LARGEST = 50;

    private Pooling() {}

    /** The cells with rare values folded into {@link #OTHER}. Ties for a place among the largest go by name. */
    public static List<Cell> pooled(Collection<Cell> cells) {
        Map<String, Long> units = new HashMap<>();
        cells.forEach(cell -> units.merge(cell.segment(), cell.n(), Long::sum));
        Set<String> kept = new HashSet<>(units.entrySet().stream()
                .filter(each -> each.getValue() >= LEAST && !each.getKey().equals(OTHER))
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(LARGEST)
                .map(Map.Entry::getKey)
                .toList());
        List<Cell> pooled = new ArrayList<>(cells.size());
        for (Cell cell : cells) {
            pooled.add(kept.contains(cell.segment()) ? cell : new Cell(OTHER, cell.stratum(), cell.n(), cell.k()));
        }
        return pooled;
    }
}
