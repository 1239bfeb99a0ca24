package io.agencyos.domain.conversion.detect;

import io.agencyos.domain.conversion.SegmentStatus;
import io.agencyos.domain.conversion.kernel.Estimate;
import io.agencyos.domain.conversion.kernel.Evidence;
import io.agencyos.domain.conversion.kernel.Finding;
import io.agencyos.domain.conversion.pattern.Node;
import java.math.BigDecimal;
import java.util.Comparator;

/**
 * A finding as a pattern shows it: rounded, and marked where it may steer the product by itself. Source: conversion
 * intelligence 5.6.
 *
 * @param automatic confirmed, and confirmed the same way eight weeks ago
 */
public record Entry(Finding finding, boolean automatic) {

    private static final int RATE = 4;
    private static final int LIFT = 2;
    private static final int CHANCE = 6;

    /** By the lower limit, then by the sample: the top of a list by rate would be its smallest segment. */
    static final Comparator<Entry> BEST_FIRST = Comparator.comparing(Entry::low)
            .thenComparing(entry -> entry.estimate().n())
            .reversed()
            .thenComparing(Entry::key);

    /** Findings before what is merely listed. */
    static final Comparator<Entry> FINDINGS_FIRST =
            Comparator.comparing((Entry entry) -> !entry.says()).thenComparing(BEST_FIRST);

    public String key() {
        return finding.segment();
    }

    public SegmentStatus status() {
        return finding.status();
    }

    public Estimate estimate() {
        return finding.estimate();
    }

    boolean isPositive() {
        return status() == SegmentStatus.CONFIRMED_POSITIVE;
    }

    boolean isNegative() {
        return status() == SegmentStatus.CONFIRMED_NEGATIVE;
    }

    /** Probability that the effect goes the way that it seems to. */
    double direction() {
        return effect() >= 1 ? estimate().pUp() : 1 - estimate().pUp();
    }

    /** What every threshold on lift reads. */
    public double effect() {
        return estimate().effect();
    }

    /** How many units tell an effect of this size in four of five cases; of a finding that is not certain. */
    long unitsNeeded() {
        return Evidence.unitsNeeded(estimate().shrinkage().p0(), effect());
    }

    /** Lift as shown. */
    BigDecimal lift() {
        return Node.round(estimate().lift(), LIFT);
    }

    /** Whether it was tested at all. */
    boolean isTested() {
        return finding.q() != null;
    }

    /** Whether it is a finding, be it an uncertain one. */
    boolean says() {
        return switch (status()) {
            case CONFIRMED_POSITIVE, CONFIRMED_NEGATIVE, EMERGING_POSITIVE, EMERGING_NEGATIVE -> true;
            case INSUFFICIENT, NO_CONTRAST, NEUTRAL -> false;
        };
    }

    /** Lower limit as shown; below every other where there is no contrast. */
    private BigDecimal low() {
        return estimate().hasContrast() ? Node.round(estimate().interval().low(), RATE) : BigDecimal.valueOf(-1);
    }

    /** The same, read by consumers: what may not steer says nothing. */
    Entry forUse() {
        return automatic || status() == SegmentStatus.NO_CONTRAST || status() == SegmentStatus.INSUFFICIENT
                ? this
                : new Entry(new Finding(estimate(), finding.q(), SegmentStatus.NEUTRAL), false);
    }

    /** The rate as shown, null without contrast. */
    Node rate() {
        return Node.rounded(estimate().hasContrast() ? estimate().rate() : Double.NaN, RATE);
    }

    /** The entry, its key under a name of the dimension. */
    Node.Members node(String keyName) {
        return numbers().with(keyName, key()).done();
    }

    /** The entry with a key that is a number. */
    Node.Members node(String keyName, long key) {
        return numbers().with(keyName, key).done();
    }

    Node.Builder numbers() {
        Estimate estimate = estimate();
        boolean contrast = estimate.hasContrast();
        Double q = finding.q();
        return Node.members()
                .with("conversion_rate", rate())
                .with("raw_rate", Node.rounded(estimate.rawRate(), RATE))
                .with("sample", estimate.n())
                .with("share", Node.rounded(estimate.share(), RATE))
                .with("converted", estimate.k())
                .with("lift", Node.rounded(contrast ? estimate.lift() : Double.NaN, LIFT))
                .with("ratio", Node.rounded(estimate.ratio(), LIFT))
                .with("prior_lift", Node.rounded(estimate.priorLift(), LIFT))
                .with("ci_low", Node.rounded(contrast ? estimate.interval().low() : Double.NaN, RATE))
                .with("ci_high", Node.rounded(contrast ? estimate.interval().high() : Double.NaN, RATE))
                .with("p_value", Node.rounded(q == null ? Double.NaN : estimate.pValue(), CHANCE))
                .with("q_value", Node.rounded(q == null ? Double.NaN : q, CHANCE))
                .with("status", status().wire())
                .with("automatic", automatic);
    }
}
