package io.agencyos.domain.conversion.kernel;

import io.agencyos.domain.shared.Result;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The counts of one dimension: segments by strata, without empty ones, in the order of their names, so that the same
 * counts give the same sums to the last bit wherever they come from. Source: conversion intelligence 5.
 */
public final class SegmentTable {

    /** One segment's share of one stratum. */
    record Entry(int stratum, long n, long k) {}

    private final List<String> segments = new ArrayList<>();
    private final List<List<Entry>> rows = new ArrayList<>();
    private final long[] strataN;
    private final long[] strataK;

    private SegmentTable(Map<String, Map<String, long[]>> counts, Map<String, Integer> strata) {
        strataN = new long[strata.size()];
        strataK = new long[strata.size()];
        counts.forEach((segment, byStratum) -> {
            List<Entry> row = new ArrayList<>(byStratum.size());
            byStratum.forEach((stratum, count) -> {
                int at = strata.get(stratum);
                strataN[at] += count[0];
                strataK[at] += count[1];
                row.add(new Entry(at, count[0], count[1]));
            });
            segments.add(segment);
            rows.add(List.copyOf(row));
        });
    }

    /** The table of these cells; cells of the same segment and stratum add up. Refused at the first impossible cell. */
    public static Result<SegmentTable, BadCell> of(Collection<Cell> cells) {
        Map<String, Map<String, long[]>> counts = new TreeMap<>();
        Map<String, Integer> strata = new TreeMap<>();
        for (Cell cell : cells) {
            if (cell.n() < 0 || cell.k() < 0 || cell.k() > cell.n()) {
                return Result.err(new BadCell(cell));
            }
            if (cell.n() > 0) {
                strata.put(cell.stratum(), 0);
                long[] sum = counts.computeIfAbsent(cell.segment(), _ -> new TreeMap<>())
                        .computeIfAbsent(cell.stratum(), _ -> new long[2]);
                sum[0] += cell.n();
                sum[1] += cell.k();
            }
        }
        int next = 0;
        for (Map.Entry<String, Integer> stratum : strata.entrySet()) {
            stratum.setValue(next++);
        }
        return Result.ok(new SegmentTable(counts, strata));
    }

    /** How many segments have units. */
    public int size() {
        return segments.size();
    }

    /** All units. */
    public long units() {
        return sum(strataN);
    }

    /** All conversions. */
    public long conversions() {
        return sum(strataK);
    }

    String segment(int i) {
        return segments.get(i);
    }

    List<Entry> row(int i) {
        return rows.get(i);
    }

    long unitsOf(int stratum) {
        return strataN[stratum];
    }

    long conversionsOf(int stratum) {
        return strataK[stratum];
    }

    private static long sum(long[] values) {
        long sum = 0;
        for (long value : values) {
            sum += value;
        }
        return sum;
    }
}
