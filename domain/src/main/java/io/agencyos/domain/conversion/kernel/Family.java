package io.agencyos.domain.conversion.kernel;

import io.agencyos.domain.conversion.SegmentStatus;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All dimensions that one detector run tests together, and the verdict on each of their segments. Source: conversion
 * intelligence 5.5, 5.6.
 */
public final class Family {

    private static final double PROBABLY = 0.95;
    private static final double PERHAPS = 0.90;

    private final Map<String, Estimates> dimensions;
    private final Bars bars;

    private Family(Map<String, Estimates> dimensions, Bars bars) {
        this.dimensions = dimensions;
        this.bars = bars;
    }

    /** The findings of every dimension by its name, the segments in the order of the estimates. */
    public static Map<String, List<Finding>> judge(Map<String, Estimates> dimensions, Bars bars) {
        return new Family(dimensions, bars).findings();
    }

    /** The findings of a dimension that is a family of its own. */
    public static List<Finding> judge(Estimates dimension, Bars bars) {
        return judge(Map.of("", dimension), bars).getOrDefault("", List.of());
    }

    private Map<String, List<Finding>> findings() {
        Map<String, @Nullable Double> q = qValues();
        Map<String, List<Finding>> findings = new LinkedHashMap<>();
        dimensions.forEach((name, dimension) -> {
            List<Finding> each = new ArrayList<>();
            for (int i = 0; i < dimension.segments().size(); i++) {
                Estimate estimate = dimension.segments().get(i);
                Double own = q.get(test(name, dimension, i));
                each.add(new Finding(estimate, own, status(estimate, own)));
            }
            findings.put(name, dimension.isTwoValued() ? confirmedByTheOther(each) : each);
        });
        return findings;
    }

    private Map<String, @Nullable Double> qValues() {
        List<String> tests = new ArrayList<>();
        List<Double> p = new ArrayList<>();
        dimensions.forEach((name, dimension) -> {
            int shared = dimension.isTwoValued() ? 1 : dimension.segments().size();
            for (int i = 0; i < shared; i++) {
                if (isTested(dimension, i)) {
                    tests.add(test(name, dimension, i));
                    p.add(dimension.segments().get(i).pValue());
                }
            }
        });
        double[] q = BenjaminiHochberg.qValues(
                p.stream().mapToDouble(Double::doubleValue).toArray());
        Map<String, @Nullable Double> byTest = new LinkedHashMap<>();
        for (int i = 0; i < q.length; i++) {
            byTest.put(tests.get(i), q[i]);
        }
        return byTest;
    }

    private boolean isTested(Estimates dimension, int i) {
        return dimension.isTwoValued()
                ? dimension.segments().stream().allMatch(this::reachesTheMinimum)
                : reachesTheMinimum(dimension.segments().get(i));
    }

    private boolean reachesTheMinimum(Estimate estimate) {
        return estimate.n() >= bars.tested()
                && estimate.hasContrast()
                && !estimate.segment().equals(Pooling.OTHER);
    }

    private static String test(String name, Estimates dimension, int i) {
        return name + '/' + (dimension.isTwoValued() ? 0 : i);
    }

    private SegmentStatus status(Estimate estimate, @Nullable Double q) {
        if (estimate.n() < bars.shown()) {
            return SegmentStatus.INSUFFICIENT;
        }
        if (!estimate.hasContrast()) {
            return SegmentStatus.NO_CONTRAST;
        }
        boolean evident = q != null && q <= bars.fdr();
        if (evident && estimate.pUp() >= PROBABLY && estimate.effect() >= bars.up()) {
            return SegmentStatus.CONFIRMED_POSITIVE;
        }
        if (evident && estimate.pUp() <= 1 - PROBABLY && estimate.effect() <= bars.down()) {
            return SegmentStatus.CONFIRMED_NEGATIVE;
        }
        if (estimate.pUp() >= PERHAPS) {
            return SegmentStatus.EMERGING_POSITIVE;
        }
        return estimate.pUp() <= 1 - PERHAPS ? SegmentStatus.EMERGING_NEGATIVE : SegmentStatus.NEUTRAL;
    }

    /** The test of a two-valued dimension is shared, and the P(up) of the value that most units have says little. */
    private List<Finding> confirmedByTheOther(List<Finding> two) {
        return List.of(confirmedBy(two.getLast(), two.getFirst()), confirmedBy(two.getFirst(), two.getLast()));
    }

    private Finding confirmedBy(Finding other, Finding one) {
        Estimate estimate = one.estimate();
        boolean may = estimate.share() > Estimate.LARGE_SHARE && estimate.n() >= bars.shown() && estimate.hasContrast();
        if (may && other.status() == SegmentStatus.CONFIRMED_NEGATIVE && estimate.effect() >= bars.up()) {
            return one.with(SegmentStatus.CONFIRMED_POSITIVE);
        }
        return may && other.status() == SegmentStatus.CONFIRMED_POSITIVE && estimate.effect() <= bars.down()
                ? one.with(SegmentStatus.CONFIRMED_NEGATIVE)
                : one;
    }
}
