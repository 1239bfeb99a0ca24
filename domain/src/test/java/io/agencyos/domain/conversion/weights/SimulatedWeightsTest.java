package io.agencyos.domain.conversion.weights;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.conversion.worlds.Chance;
import io.agencyos.domain.scoring.weight.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Seeded worlds whose best weights are known. Source: conversion intelligence 23.1, issue 5. */
class SimulatedWeightsTest {

    private static final Weights PLANTED = new Weights(500, 4_500, 1_500, 3_000, 500);
    private static final int LEVELS = 3;
    private static final int CELLS = 243;

    // CIS 23.1: gate passes in at most 5 % of 500 runs, reference 2 %
    @Test
    void noise_passes_the_gate_hardly_ever() {
        World noise = new World(Weights.DEFAULT, 0, 100.0 / 3_300, 11);
        int passed = 0;
        for (int run = 0; run < 500; run++) {
            passed += isBetter(noise.leads(3_300, .7), Optional.empty()) ? 1 : 0;
        }
        assertThat(passed / 500.0).isLessThanOrEqualTo(.05);
    }

    // CIS 23.1: estimate nearer to the truth than the default in at least 90 % of 200 runs, K = 500
    @Test
    void the_estimate_is_nearer_to_planted_weights_than_the_default() {
        World world = new World(PLANTED, 6, .06, 12);
        double[] truth = Shares.of(PLANTED);
        double[] defaults = Shares.of(Weights.DEFAULT);
        int nearer = 0;
        for (int run = 0; run < 200; run++) {
            List<ComponentCell> leads = world.leads(8_300, 1).train();
            if (new WeightEstimator(Weights.DEFAULT, WeightEstimator.TAU).fit(leads)
                    instanceof WeightEstimator.Fit.Fitted fitted) {
                nearer += distance(fitted.weights(), truth) < distance(defaults, truth) ? 1 : 0;
            }
        }
        assertThat(nearer).isGreaterThanOrEqualTo(180);
    }

    // issue 5: at least 0.8 of the possible gain out of sample
    @Test
    void what_goes_live_reaches_four_fifths_of_what_the_best_weights_could_gain() {
        World world = new World(PLANTED, 6, .06, 13);
        double possible = world.trueArea(PLANTED) - world.trueArea(Weights.DEFAULT);
        double reached = 0;
        int clients = 12;
        for (int client = 0; client < clients; client++) {
            Weights active = Weights.DEFAULT;
            for (int attempt = 0; attempt < 6; attempt++) {
                Holdout now = world.leads(8_300, .7);
                WeightLearning.Outcome outcome = new WeightLearning(active, Weights.DEFAULT, WeightEstimator.TAU)
                        .learn(now, Optional.of(world.leads(7_000, .7)), 100, _ -> TierMix.EMPTY);
                if (outcome instanceof WeightLearning.Outcome.Judged judged
                        && judged.verdict() == WeightLearning.Verdict.PROMOTED) {
                    active = judged.weights();
                }
            }
            reached += (world.trueArea(active) - world.trueArea(Weights.DEFAULT)) / clients;
        }
        assertThat(possible).isGreaterThan(.02);
        assertThat(reached / possible).isGreaterThanOrEqualTo(.8);
    }

    // issue 5: where the defaults are best nothing is promoted in at least 95 % of runs
    @Test
    void where_the_defaults_are_best_nothing_is_promoted() {
        World world = new World(Weights.DEFAULT, 6, .06, 14);
        int promoted = 0;
        for (int run = 0; run < 150; run++) {
            promoted += isBetter(world.leads(5_000, .7), Optional.of(world.leads(4_000, .7))) ? 1 : 0;
        }
        assertThat(promoted / 150.0).isLessThanOrEqualTo(.05);
    }

    // CIS 23.1: weekly for a year, K ≈ 100 a year, ever promoted: noise at most 6 %, default true at most 5 %
    @Test
    void in_a_year_of_weekly_attempts_neither_noise_nor_the_truth_of_the_defaults_is_replaced() {
        assertThat(promotedWithinAYear(new World(Weights.DEFAULT, 0, 100.0 / 3_300, 15), 60))
                .isLessThanOrEqualTo(.06);
        assertThat(promotedWithinAYear(new World(Weights.DEFAULT, 6, 100.0 / 3_300, 16), 60))
                .isLessThanOrEqualTo(.05);
    }

    // CIS 23.1: planted at least 70 %, reference 81 %
    @Test
    void in_a_year_of_weekly_attempts_planted_weights_go_live() {
        assertThat(promotedWithinAYear(new World(PLANTED, 8, 100.0 / 3_300, 17), 40))
                .isGreaterThanOrEqualTo(.70);
    }

    private static boolean isBetter(Holdout leads, Optional<Holdout> earlier) {
        WeightLearning.Outcome outcome = new WeightLearning(Weights.DEFAULT, Weights.DEFAULT, WeightEstimator.TAU)
                .learn(leads, earlier, 100, _ -> TierMix.EMPTY);
        WeightLearning.Verdict bar =
                earlier.isPresent() ? WeightLearning.Verdict.PROMOTED : WeightLearning.Verdict.CANDIDATE;
        return outcome instanceof WeightLearning.Outcome.Judged judged && judged.verdict() == bar;
    }

    private static double promotedWithinAYear(World world, int clients) {
        int promoted = 0;
        for (int client = 0; client < clients; client++) {
            List<List<Lead>> weeks = new ArrayList<>();
            for (int week = 0; week < 112; week++) {
                weeks.add(world.draw(63));
            }
            promoted += isEverPromoted(weeks) ? 1 : 0;
        }
        return (double) promoted / clients;
    }

    private static boolean isEverPromoted(List<List<Lead>> weeks) {
        long fresh = 0;
        for (int week = 60; week < weeks.size(); week++) {
            fresh += weeks.get(week - 1).stream().filter(Lead::converted).count();
            if (fresh >= 15) {
                fresh = 0;
                if (isBetter(window(weeks, week), Optional.of(window(weeks, week - 8)))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Holdout window(List<List<Lead>> weeks, int until) {
        List<Lead> leads =
                weeks.subList(until - 52, until).stream().flatMap(List::stream).toList();
        return split(leads, .7);
    }

    private record Lead(int cell, boolean converted) {}

    private static Holdout split(List<Lead> leads, double train) {
        int at = (int) (train * leads.size());
        return new Holdout(grouped(leads.subList(0, at)), grouped(leads.subList(at, leads.size())));
    }

    private static List<ComponentCell> grouped(List<Lead> leads) {
        Map<Integer, long[]> counts = new TreeMap<>();
        leads.forEach(lead -> {
            long[] count = counts.computeIfAbsent(lead.cell(), _ -> new long[2]);
            count[0]++;
            count[1] += lead.converted() ? 1 : 0;
        });
        return counts.entrySet().stream()
                .map(each -> cell(each.getKey(), each.getValue()[0], each.getValue()[1]))
                .toList();
    }

    private static ComponentCell cell(int index, long n, long k) {
        int[] level = new int[5];
        for (int i = 0; i < level.length; i++) {
            level[i] = index % LEVELS;
            index /= LEVELS;
        }
        return ComponentCell.of(10 * level[0], 12 * level[1], 12 * level[2], 7 * level[3], 7 * level[4], n, k);
    }

    private static double distance(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += (one[i] - other[i]) * (one[i] - other[i]);
        }
        return Math.sqrt(sum);
    }

    /** Leads that convert by a logistic curve over their score under the true weights. */
    private static final class World {

        private final double[] rates = new double[CELLS];
        private final Chance chance;

        World(Weights truth, double slope, double meanRate, long seed) {
            chance = new Chance(seed);
            double low = -30;
            double high = 10;
            while (high - low > 1e-9) {
                double intercept = (low + high) / 2;
                double sum = 0;
                for (int i = 0; i < CELLS; i++) {
                    rates[i] =
                            1 / (1 + Math.exp(-intercept - slope * cell(i, 1, 0).score(Shares.of(truth))));
                    sum += rates[i];
                }
                if (sum / CELLS > meanRate) {
                    high = intercept;
                } else {
                    low = intercept;
                }
            }
        }

        List<Lead> draw(int count) {
            List<Lead> leads = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                int cell = (int) (chance.uniform() * CELLS);
                leads.add(new Lead(cell, chance.uniform() < rates[cell]));
            }
            return leads;
        }

        Holdout leads(int count, double train) {
            return split(draw(count), train);
        }

        /** The area over the whole population, computed and not drawn. */
        double trueArea(Weights weights) {
            List<Separation.Row> rows = new ArrayList<>();
            for (int i = 0; i < CELLS; i++) {
                double score = cell(i, 1, 0).score(Shares.of(weights));
                rows.add(new Separation.Row(score, score, 10_000_000, Math.round(10_000_000 * rates[i])));
            }
            return Separation.auc(rows);
        }
    }
}
