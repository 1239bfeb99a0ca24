package io.agencyos.domain.conversion.weights;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.conversion.weights.PromotionGate.Reason;
import io.agencyos.domain.scoring.tier.Tier;
import io.agencyos.domain.scoring.weight.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every test of the gate stops weights by itself. Source: conversion intelligence 11.5. */
class PromotionGateTest {

    /** Mostly data quality, which says nothing in these worlds. */
    private static final Weights BLIND = new Weights(5_000, 500, 2_000, 500, 2_000);

    /** Mostly authority, which says everything. */
    private static final Weights SEEING = new Weights(500, 5_000, 2_000, 500, 2_000);

    /** Leads of both qualities, by their authority: {@code n} of each kind, {@code low} and {@code high} of them converted. */
    private static List<ComponentCell> leads(long n, long low, long high) {
        List<ComponentCell> leads = new ArrayList<>();
        for (int quality : new int[] {5, 20}) {
            leads.add(ComponentCell.of(quality, 5, 10, 5, 10, n, low));
            leads.add(ComponentCell.of(quality, 25, 10, 5, 10, n, high));
        }
        return leads;
    }

    private static List<Reason> failed(Weights active, Weights candidate, Holdout leads) {
        return new PromotionGate(active).judge(leads, candidate, TierMix.EMPTY).failed();
    }

    @Test
    void what_is_better_in_every_way_passes() {
        Holdout leads = new Holdout(leads(1_000, 20, 80), leads(500, 10, 40));
        assertThat(failed(BLIND, SEEING, leads)).isEmpty();
    }

    @Test
    void a_gain_below_a_hundredth_is_too_small_however_certain() {
        List<ComponentCell> many = leads(200_000, 4_000, 4_160);
        assertThat(failed(BLIND, SEEING, new Holdout(many, many))).containsExactly(Reason.GAIN);
    }

    @Test
    void a_gain_that_chance_may_make_is_none() {
        Holdout few = new Holdout(leads(1_000, 40, 80), leads(25, 1, 2));
        assertThat(failed(BLIND, SEEING, few)).containsExactly(Reason.CHANCE);
    }

    @Test
    void better_than_the_weights_in_force_and_worse_than_the_default_ones_is_not_enough() {
        Weights between = new Weights(3_000, 2_500, 2_000, 500, 2_000);
        List<ComponentCell> leads = new ArrayList<>();
        for (int quality : new int[] {0, 10, 20}) {
            for (int authority : new int[] {0, 12, 25}) {
                leads.add(ComponentCell.of(quality, authority, 10, 5, 10, 500, 10 + 2 * authority));
            }
        }
        assertThat(failed(BLIND, between, new Holdout(leads, leads))).containsExactly(Reason.BELOW_DEFAULT);
    }

    @Test
    void probabilities_that_are_further_off_are_no_gain() {
        // on the older leads authority spoke against a lead, on the newer ones for it
        Holdout turned = new Holdout(leads(1_000, 80, 20), leads(500, 10, 40));
        assertThat(failed(BLIND, SEEING, turned)).containsExactly(Reason.CALIBRATION);
    }

    @Test
    void what_only_other_channels_say_does_not_count_against_e_mail() {
        List<ComponentCell> newest = new ArrayList<>();
        for (int quality : new int[] {5, 20}) {
            int mailed = quality == 20 ? 9 : 1;
            newest.add(ComponentCell.of(quality, 5, 10, 5, 10, 500, 10).counting(1, 500, 10, mailed));
            newest.add(ComponentCell.of(quality, 25, 10, 5, 10, 500, 40).counting(1, 500, 40, mailed));
        }
        assertThat(failed(BLIND, SEEING, new Holdout(leads(1_000, 20, 80), newest)))
                .containsExactly(Reason.EMAIL);
    }

    @Test
    void a_pool_with_twice_as_many_hot_leads_is_for_a_person() {
        Holdout leads = new Holdout(leads(1_000, 20, 80), leads(500, 10, 40));
        TierMix hotter = new TierMix(Map.of(Tier.HOT, 4L, Tier.WARM, 96L), Map.of(Tier.HOT, 9L, Tier.WARM, 91L));
        assertThat(hotter.shift()).isLessThan(.25);
        assertThat(new PromotionGate(BLIND).judge(leads, SEEING, hotter).failed())
                .containsExactly(Reason.TIER_MIX);
        TierMix cooler = new TierMix(hotter.after(), hotter.before());
        assertThat(cooler.passes()).isFalse();
    }
}
