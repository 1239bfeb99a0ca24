package io.agencyos.domain.conversion.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.agencyos.domain.conversion.weights.ComponentCell;
import io.agencyos.domain.conversion.weights.Holdout;
import io.agencyos.domain.scoring.tier.Tier;
import io.agencyos.domain.scoring.weight.Weights;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Source: conversion intelligence 19.2, 20, 23.3. */
class TierRatesTest {

    private static TierRates rates(long hot, long cool) {
        return TierRates.of(Map.of(Tier.COOL, new TierRates.Count(300, cool), Tier.HOT, new TierRates.Count(300, hot)));
    }

    @Test // CIS 20: tier, n, k, rate, interval
    void tiers_are_told_best_first_with_their_interval() {
        TierRates.Line hot = rates(36, 6).lines().getFirst();
        assertThat(hot.tier()).isEqualTo(Tier.HOT);
        assertThat(hot.rate()).isEqualTo(.12);
        assertThat(hot.low()).isCloseTo(.0868, within(.0005));
        assertThat(hot.high()).isCloseTo(.1605, within(.0005));
    }

    @Test // CIS 19.2: inverted, p < 0.05; a difference that chance makes is none
    void only_an_inversion_that_is_no_chance_counts() {
        assertThat(rates(36, 6).areInverted()).isFalse();
        assertThat(rates(9, 15).areInverted()).isFalse();
        assertThat(rates(9, 27).areInverted()).isTrue();
        assertThat(TierRates.of(Map.of(Tier.HOT, new TierRates.Count(0, 0))).lines())
                .isEmpty();
    }

    @Test // CIS 11.1: coverage_min_score; 23.3: share of conversions among the best-scored fifth, ties by parts
    void the_best_scored_fifth_is_measured() {
        List<ComponentCell> leads = List.of(
                ComponentCell.of(20, 25, 25, 15, 15, 10, 6),
                ComponentCell.of(10, 10, 10, 5, 10, 40, 4),
                ComponentCell.of(5, 5, 5, 0, 10, 50, 2));
        assertThat(new Holdout(leads, leads).topFifth(Weights.DEFAULT)).isCloseTo(7.0 / 12, within(1e-9));
        assertThat(new Holdout(leads, leads).lowestScore()).as("of 25 points").isEqualTo(25);
        assertThat(new Holdout(leads, List.of(ComponentCell.of(5, 5, 5, 0, 10, 50, 0))).isMeasurable())
                .isFalse();
    }
}
