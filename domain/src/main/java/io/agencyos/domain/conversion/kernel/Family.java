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

    /** One of its dimensions, and what a finding in it has to reach. */
    public record Dimension(Estimates estimates, Bars bars) {

        private boolean isTested(int i) {
            return estimates.isTwoValued()
                    ? estimates.segments().stream().allMatch(this::reachesTheMinimum)
                    : reachesTheMinimum(estimates.segments().get(i));
        }

        private boolean reachesTheMinimum(Estimate estimate) {
            return estimate.n() >= bars.tested()
                    && estimate.hasContrast()
                    && !estimate.segment().equals(Pooling.OTHER);
        }

        private String test(String name, int i) {
            return name + '/' + (estimates.isTwoValued() ? 0 : i);
        }
    }

    private final Map<String, Dimension> dimensions;

    private Family(Map<String, Dimension> dimensions) {
        this.dimensions = dimensions;
    }

    /** The findings of every dimension by its name, the segments in the order of the estimates. */
    public static Map<String, List<Finding>> judge(Map<String, Dimension> dimensions) {
        return new Family(dimensions).findings();
    }

    /** The findings of a dimension that is a family of its own. */
    public static List<Finding> judge(Estimates dimension, Bars bars) {
        return judge(Map.of("", new Dimension(dimension, bars))).getOrDefault("", List.of());
    }

    private Map<String, List<Finding>> findings() {
        Map<String, @Nullable Double> q = qValues();
        Map<String, List<Finding>> findings = new LinkedHashMap<>();
        dimensions.forEach((name, dimension) -> {
            List<Finding> each = new ArrayList<>();
            for (int i = 0; i < dimension.estimates().segments().size(); i++) {
                Estimate estimate = dimension.estimates().segments().get(i);
                Double own = q.get(dimension.test(name, i));
                each.add(new Finding(estimate, own, status(estimate, own, dimension.bars())));
            }
            findings.put(
                    name, dimension.estimates().isTwoValued() ? confirmedByTheOther(each, dimension.bars()) : each);
        });
        return findings;
    }

    private Map<String, @Nullable Double> qValues() {
        List<String> tests = new ArrayList<>();
        List<Double> p = new ArrayList<>();
        dimensions.forEach((name, dimension) -> {
            List<Estimate> segments = dimension.estimates().segments();
            int count = dimension.estimates().isTwoValued() ? 1 : segments.size();
            for (int i = 0; i < count; i++) {
                if (dimension.isTested(i)) {
                    tests.add(dimension.test(name, i));
                    p.add(segments.get(i).pValue());
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

    private static SegmentStatus status(Estimate estimate, @Nullable Double q, Bars bars) {
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
    private static List<Finding> confirmedByTheOther(List<Finding> two, Bars bars) {
        return List.of(
                confirmedBy(two.getLast(), two.getFirst(), bars), confirmedBy(two.getFirst(), two.getLast(), bars));
    }

    private static Finding confirmedBy(Finding other, Finding one, Bars bars) {
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
