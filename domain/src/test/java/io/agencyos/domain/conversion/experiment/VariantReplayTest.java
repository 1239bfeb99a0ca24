package io.agencyos.domain.conversion.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Hillstrom's three randomised arms, of which the counts are given and not the order of the rows: the same counts in 20 orders.
 * Source: conversion intelligence 23.2.
 */
class VariantReplayTest {

    private static final double BEFORE = .146781;

    private static boolean[] shuffled(int n, int k, Random chance) {
        boolean[] rows = new boolean[n];
        for (int i = 0; i < k; i++) {
            rows[i] = true;
        }
        for (int i = n - 1; i > 0; i--) {
            int other = chance.nextInt(i + 1);
            boolean kept = rows[i];
            rows[i] = rows[other];
            rows[other] = kept;
        }
        return rows;
    }

    private static VariantReplay.Ended world(int seed) {
        Random chance = new Random(seed);
        Map<String, boolean[]> rows = new LinkedHashMap<>();
        rows.put("mens", shuffled(21_307, 3_894, chance));
        rows.put("womens", shuffled(21_387, 3_238, chance));
        rows.put("none", shuffled(21_306, 2_262, chance));
        return VariantReplay.HILLSTROM.played(rows, BEFORE);
    }

    @Test // CIS 23.2: at least 75 % on the men's, regret below that of an equal split: 0.008 against 0.036
    void day_by_day_nearly_everything_goes_to_the_better_text() {
        var worlds = IntStream.range(0, 20).mapToObj(VariantReplayTest::world).toList();
        assertThat(worlds)
                .allSatisfy(ended -> assertThat(ended.allocation().get("mens")).isGreaterThanOrEqualTo(.75))
                .allSatisfy(ended -> assertThat(ended.regretOfEqualParts()).isCloseTo(.036, within(5e-4)))
                .allSatisfy(ended -> assertThat(ended.regret()).isLessThan(ended.regretOfEqualParts() / 2));
        assertThat(worlds.stream().mapToDouble(VariantReplay.Ended::regret).average())
                .hasValueCloseTo(.008, within(2e-3));
        assertThat(worlds.stream().mapToInt(VariantReplay.Ended::days).average())
                .hasValueCloseTo(54.0, within(3.0));
        assertThat(worlds.stream()
                        .mapToDouble(ended -> ended.allocation().get("mens"))
                        .average())
                .as("day 54: 0.90")
                .hasValueCloseTo(.90, within(.01));
    }

    @Test
    void a_replay_is_the_same_each_time() {
        assertThat(world(7)).isEqualTo(world(7));
        assertThat(world(7).given().values().stream()
                        .mapToInt(Integer::intValue)
                        .max())
                .as("an arm ran out of rows")
                .hasValue(21_307);
    }
}
