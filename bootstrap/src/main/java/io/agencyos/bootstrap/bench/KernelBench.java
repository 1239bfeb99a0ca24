package io.agencyos.bootstrap.bench;

import io.agencyos.adapters.in.cli.Benchmarks;
import io.agencyos.domain.conversion.kernel.Bars;
import io.agencyos.domain.conversion.kernel.Cell;
import io.agencyos.domain.conversion.kernel.Estimate;
import io.agencyos.domain.conversion.kernel.Family;
import io.agencyos.domain.conversion.kernel.Finding;
import io.agencyos.domain.conversion.kernel.Pooling;
import io.agencyos.domain.conversion.kernel.SegmentKernel;
import io.agencyos.domain.conversion.kernel.SegmentTable;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** The arithmetic of all detectors over as many counts as a client has at most. Source: conversion intelligence 22. */
final class KernelBench {

    private static final int DIMENSIONS = 20;
    private static final int VALUES = 50;
    private static final int STRATA = 50;
    private static final int TURNS = 9;

    private KernelBench() {}

    /** The first turn, and the middle one of those after it; processor time of the one thread. */
    static Benchmarks.Figure measure() {
        List<List<Cell>> dimensions = cells(new Random(1));
        double first = judged(dimensions);
        double[] later = new double[TURNS];
        for (int turn = 0; turn < TURNS; turn++) {
            later[turn] = judged(dimensions);
        }
        Arrays.sort(later);
        return new Benchmarks.Figure(
                String.format(Locale.ROOT, "  judging %,d counts", DIMENSIONS * VALUES * STRATA),
                String.format(Locale.ROOT, "%.0f ms", later[TURNS / 2]),
                "",
                "<= 200 ms",
                String.format(Locale.ROOT, "%.0f ms the first time; processor time of one thread", first));
    }

    private static List<List<Cell>> cells(Random chance) {
        List<List<Cell>> dimensions = new ArrayList<>();
        for (int dimension = 0; dimension < DIMENSIONS; dimension++) {
            List<Cell> cells = new ArrayList<>();
            for (int value = 0; value < VALUES; value++) {
                for (int stratum = 0; stratum < STRATA; stratum++) {
                    int n = 5 + chance.nextInt(60);
                    cells.add(new Cell("value " + value, "email|warm|" + stratum, n, chance.nextInt(1 + n / 10)));
                }
            }
            dimensions.add(cells);
        }
        return dimensions;
    }

    private static double judged(List<List<Cell>> dimensions) {
        long begun = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        Map<String, Family.Dimension> family = new LinkedHashMap<>();
        for (int i = 0; i < dimensions.size(); i++) {
            SegmentTable table =
                    SegmentTable.of(Pooling.pooled(dimensions.get(i))).orElseThrow();
            family.put("dimension " + i, new Family.Dimension(SegmentKernel.estimate(table), Bars.TOUCHES));
        }
        for (List<Finding> findings : Family.judge(family).values()) {
            for (Finding finding : findings) {
                Estimate.Interval interval = finding.estimate().interval();
                if (interval.low() > interval.high()) {
                    throw new IllegalStateException("an interval is upside down: " + interval);
                }
            }
        }
        return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begun) / 1e6;
    }
}
