package io.agencyos.domain.conversion.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.agencyos.domain.conversion.stats.Logistic;
import io.agencyos.domain.scoring.tier.Tier;
import io.agencyos.domain.scoring.weight.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The worked examples of conversion intelligence 11. */
class WeightExamplesTest {

    private static final Offset<Double> FOUR = within(5e-5);

    private static final List<ComponentCell> LEADS = List.of(
            ComponentCell.of(18, 25, 25, 11, 15, 40, 17),
            ComponentCell.of(18, 25, 17, 0, 15, 120, 11),
            ComponentCell.of(12, 25, 10, 5, 15, 150, 18),
            ComponentCell.of(20, 22, 25, 0, 15, 90, 9),
            ComponentCell.of(10, 18, 17, 6, 15, 140, 13),
            ComponentCell.of(14, 15, 25, 4, 15, 120, 10),
            ComponentCell.of(18, 15, 10, 0, 15, 180, 4),
            ComponentCell.of(8, 10, 17, 5, 10, 110, 4),
            ComponentCell.of(14, 7, 25, 0, 15, 160, 3),
            ComponentCell.of(20, 7, 10, 6, 10, 130, 3),
            ComponentCell.of(10, 5, 17, 0, 15, 200, 2),
            ComponentCell.of(6, 5, 7, 0, 5, 160, 1));

    // CIS E-22
    @Test
    void weights_follow_the_outcomes_as_far_as_the_ridge_lets_them() {
        WeightEstimator.Fit.Fitted five = fit(Weights.DEFAULT, 5);
        assertThat(five.line().intercept()).isCloseTo(-7.4402, FOUR);
        assertThat(five.line().slope()).isCloseTo(7.1500, FOUR);
        assertThat(five.intercept()).isCloseTo(-7.0738, FOUR);
        assertThat(five.beta()).containsExactly(new double[] {.9488, 2.1421, 1.3929, 1.7408, .9500}, FOUR);
        assertThat(five.weights()).containsExactly(new double[] {.1322, .2986, .1941, .2426, .1324}, FOUR);
        assertThat(Shares.rounded(five.weights())).isEqualTo(new Weights(1_320, 2_990, 1_940, 2_430, 1_320));
    }

    // CIS E-22, τ = 25
    @Test
    void a_stronger_ridge_keeps_them_nearer() {
        WeightEstimator.Fit.Fitted strong = fit(Weights.DEFAULT, 25);
        assertThat(strong.intercept()).isCloseTo(-7.3319, FOUR);
        assertThat(strong.beta()).containsExactly(new double[] {1.2804, 1.9130, 1.6456, 1.3088, 1.0423}, FOUR);
        assertThat(strong.weights()).containsExactly(new double[] {.1781, .2661, .2289, .1820, .1450}, FOUR);
        assertThat(Shares.rounded(strong.weights())).isEqualTo(new Weights(1_780, 2_660, 2_290, 1_820, 1_450));
    }

    // CIS E-22, τ = 0.1: two bounds active
    @Test
    void no_weight_leaves_its_bounds() {
        WeightEstimator.Fit.Fitted weak = fit(Weights.DEFAULT, .1);
        assertThat(weak.intercept()).isCloseTo(-6.3586, FOUR);
        assertThat(weak.beta()).containsExactly(new double[] {.3347, 2.5949, 1.2115, 2.2181, .3347}, FOUR);
        assertThat(Shares.rounded(weak.weights())).isEqualTo(new Weights(500, 3_880, 1_810, 3_310, 500));
    }

    // CIS E-22, benchmark as reference
    @Test
    void the_reference_is_what_would_be_used_without_learning() {
        assertThat(Shares.rounded(fit(Weights.BENCHMARK, 5).weights()))
                .isEqualTo(new Weights(1_010, 3_370, 2_060, 2_680, 880));
    }

    // CIS E-23
    @Test
    void one_promotion_moves_no_weight_by_more_than_a_tenth() {
        assertThat(Shares.stepped(Weights.DEFAULT, new double[] {.050, .388, .181, .331, .050}))
                .isEqualTo(new Weights(1_170, 3_260, 2_120, 2_500, 950));
    }

    // CIS 23.2: X Education: γ = 0.6857 from the default weights
    @Test
    void the_step_from_the_fit_of_a_public_set() {
        assertThat(Shares.stepped(Weights.DEFAULT, new double[] {.191, .396, .237, .126, .050}))
                .isEqualTo(new Weights(1_940, 3_500, 2_410, 1_340, 810));
    }

    // CIS E-24
    @Test
    void a_shift_of_the_tiers_is_measured() {
        TierMix small = mix(new int[] {10, 30, 40, 15, 5}, new int[] {12, 33, 37, 13, 5});
        assertThat(small.shift()).isCloseTo(.0117, FOUR);
        assertThat(small.passes()).isTrue();
        TierMix large = mix(new int[] {5, 30, 40, 15, 10}, new int[] {20, 40, 25, 10, 5});
        assertThat(large.shift()).isCloseTo(.3621, FOUR);
        assertThat(large.passes()).isFalse();
    }

    // CIS E-25
    @Test
    void areas_count_ties_half() {
        assertThat(Separation.auc(List.of(
                        row(80, 0, 1),
                        row(60, 0, 1),
                        row(60, 0, 1),
                        row(70, 0, 0),
                        row(60, 0, 0),
                        row(50, 0, 0),
                        row(40, 0, 0))))
                .isEqualTo(.75);
    }

    // CIS E-25
    @Test
    void two_scorings_of_the_same_leads_are_compared_in_pairs() {
        double[] better = {82, 74, 66, 58, 70, 60, 55, 48, 40, 35};
        double[] active = {78, 60, 64, 52, 72, 66, 50, 58, 41, 30};
        List<Separation.Row> rows = new ArrayList<>();
        for (int i = 0; i < better.length; i++) {
            rows.add(row(better[i], active[i], i < 4 ? 1 : 0));
        }
        Separation separation = Separation.of(rows);
        assertThat(separation.first()).isCloseTo(.8750, FOUR);
        assertThat(separation.second()).isCloseTo(.7083, FOUR);
        assertThat(separation.variance()).isCloseTo(.011574, within(5e-7));
        assertThat(separation.gain() / separation.standardError()).isCloseTo(1.5492, FOUR);
        assertThat(separation.pValue()).isCloseTo(.0607, FOUR);
    }

    // CIS 11.5: variance 0 → p = 1
    @Test
    void the_same_scoring_is_not_better_than_itself() {
        assertThat(Separation.of(List.of(row(1, 1, 0), row(2, 2, 1))).pValue()).isEqualTo(1);
    }

    // CIS 11.2
    @Test
    void too_little_is_said_with_what_is_missing() {
        Holdout few = new Holdout(LEADS, List.of(ComponentCell.of(18, 25, 25, 11, 15, 20, 14)));
        WeightLearning.Outcome outcome = new WeightLearning(Weights.DEFAULT, Weights.DEFAULT, WeightEstimator.TAU)
                .learn(few, Optional.empty(), 14, _ -> TierMix.EMPTY);
        assertThat(outcome)
                .isEqualTo(new WeightLearning.Outcome.InsufficientData(List.of(
                        new WeightLearning.Shortage("conversions in the holdout", 15, 14),
                        new WeightLearning.Shortage("conversions since the previous attempt", 15, 14))));
    }

    // CIS 11.5: without the repeat they stay a candidate; a pool turned upside down is for a person
    @Test
    void weights_that_win_go_live_only_if_they_won_before_and_the_pool_allows_it() {
        List<ComponentCell> many = new ArrayList<>();
        for (int other = 0; other < 4; other++) {
            int quality = other % 2 == 0 ? 5 : 20;
            int fit = other < 2 ? 8 : 25;
            many.add(ComponentCell.of(quality, 5, fit, 5, 15, 500, 10));
            many.add(ComponentCell.of(quality, 25, fit, 5, 15, 500, 50));
        }
        Holdout now = new Holdout(many, many);
        WeightLearning learning = new WeightLearning(Weights.DEFAULT, Weights.DEFAULT, WeightEstimator.TAU);
        assertThat(verdict(learning.learn(now, Optional.of(now), 95, _ -> TierMix.EMPTY)))
                .isEqualTo(WeightLearning.Verdict.PROMOTED);
        assertThat(verdict(learning.learn(now, Optional.empty(), 95, _ -> TierMix.EMPTY)))
                .isEqualTo(WeightLearning.Verdict.CANDIDATE);
        assertThat(verdict(learning.learn(
                        now,
                        Optional.of(now),
                        95,
                        _ -> mix(new int[] {5, 30, 40, 15, 10}, new int[] {20, 40, 25, 10, 5}))))
                .isEqualTo(WeightLearning.Verdict.NEEDS_REVIEW);
    }

    // CIS 11.6
    @Test
    void learned_weights_retire_when_the_default_ones_are_better() {
        Weights bad = new Weights(5_000, 500, 2_000, 500, 2_000);
        Holdout newest = new Holdout(LEADS, LEADS);
        assertThat(WeightLearning.retires(bad, newest)).isTrue();
        assertThat(WeightLearning.retires(Weights.DEFAULT, newest)).isFalse();
    }

    // CIS 11.3: B ≤ 10⁻⁶ → no signal
    @Test
    void where_better_scores_convert_worse_there_is_no_signal_to_follow() {
        List<ComponentCell> inverse = new ArrayList<>();
        for (int level = 0; level <= 5; level++) {
            inverse.add(ComponentCell.of(
                    4 * level, 5 * level, 5 * level, 3 * level, 3 * level, 4_000, 1_500 - 290 * level));
        }
        assertThat(new WeightEstimator(Weights.DEFAULT, .001).fit(inverse))
                .isInstanceOf(WeightEstimator.Fit.NoSignal.class);
    }

    // CIS 11.1
    @Test
    void leads_that_are_seldom_contacted_count_the_more_up_to_twenty_times() {
        assertThat(Propensity.weight(10, 100)).isEqualTo(10);
        assertThat(Propensity.weight(1, 100)).isEqualTo(20);
        assertThat(Propensity.weight(100, 100)).isEqualTo(1);
    }

    // CIS 11.1: v = 1 / max(π, 0.05), normalised to mean 1
    @Test
    void leads_of_bands_that_are_seldom_contacted_count_more_and_one_on_average() {
        ComponentCell high = ComponentCell.of(20, 25, 25, 15, 15, 300, 30);
        ComponentCell low = ComponentCell.of(10, 5, 10, 5, 10, 100, 2);
        List<ComponentCell> weighed = Propensity.weighed(List.of(
                new Propensity.Group(high, 300, 300),
                new Propensity.Group(low, 50, 200),
                new Propensity.Group(low, 50, 200)));
        assertThat(weighed).extracting(ComponentCell::n).containsExactly(200L, 300L);
        // (200 · 4 + 300 · 1) / 500 = 2.2
        assertThat(weighed.getFirst().selection()).isCloseTo(4 / 2.2, within(1e-12));
        assertThat(weighed.getLast().selection()).isCloseTo(1 / 2.2, within(1e-12));
        assertThat(Propensity.weighed(List.of(new Propensity.Group(low, 0, 0))))
                .as("nothing is known of who was passed over")
                .containsExactly(low);
    }

    // CIS 11.3: slope clamped
    @Test
    void a_slope_beyond_its_limits_is_held_there() {
        double[] x = {0, 1};
        double[] n = {100, 100};
        assertThat(Logistic.fit(x, n, new double[] {50, 50}, .5, 10).slope()).isEqualTo(.5);
        assertThat(Logistic.fit(x, n, new double[] {0, 100}, .5, 10).slope()).isEqualTo(10);
    }

    private static WeightLearning.Verdict verdict(WeightLearning.Outcome outcome) {
        assertThat(outcome).isInstanceOf(WeightLearning.Outcome.Judged.class);
        return ((WeightLearning.Outcome.Judged) outcome).verdict();
    }

    private static WeightEstimator.Fit.Fitted fit(Weights reference, double tau) {
        WeightEstimator.Fit fit = new WeightEstimator(reference, tau).fit(LEADS);
        assertThat(fit).isInstanceOf(WeightEstimator.Fit.Fitted.class);
        return (WeightEstimator.Fit.Fitted) fit;
    }

    private static Separation.Row row(double first, double second, long k) {
        return new Separation.Row(first, second, 1, k);
    }

    private static TierMix mix(int[] before, int[] after) {
        return new TierMix(tiers(before), tiers(after));
    }

    private static Map<Tier, Long> tiers(int[] percent) {
        return Map.of(
                Tier.HOT, (long) percent[0],
                Tier.WARM, (long) percent[1],
                Tier.COOL, (long) percent[2],
                Tier.COLD, (long) percent[3],
                Tier.DEAD, (long) percent[4]);
    }
}
