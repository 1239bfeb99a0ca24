package io.agencyos.domain.conversion.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the allocation would have done with an experiment that is over: each simulated day a number of touches is given out by
 * what is known of those that are old enough, and each takes the next unused row of its arm. No verdict ends it; it is over when
 * an arm runs out of rows. Source: conversion intelligence 23.2.
 *
 * @param name of the experiment; with the running number of a touch, from 1, it draws the touch's arm
 * @param perDay touches given out a day
 * @param daysToKnow after how many days a reward is known
 */
public record VariantReplay(String name, int perDay, int daysToKnow) {

    private static final int NONE = -1;

    /** Of the public experiment with e-mails. */
    public static final VariantReplay HILLSTROM = new VariantReplay("hillstrom", 500, 7);

    /**
     * How it ended.
     *
     * @param days that began
     * @param allocation of the last of them, by arm
     * @param given touches by arm
     * @param regret by how much the mean rate of a touch stayed below that of the best arm
     * @param regretOfEqualParts the same, had each arm been given as many
     */
    public record Ended(
            int days,
            Map<String, Double> allocation,
            Map<String, Integer> given,
            double regret,
            double regretOfEqualParts) {}

    private static final class Standing {
        private final boolean[] rows;
        private final String name;
        private int given;
        private int known;
        private int rewarded;
        private boolean live = true;

        private Standing(String name, boolean[] rows) {
            this.name = name;
            this.rows = rows;
        }

        private void look(int until) {
            for (; known < until; known++) {
                rewarded += rows[known] ? 1 : 0;
            }
        }

        private Arm arm() {
            return new Arm(name, known, rewarded, live);
        }

        private double rate() {
            int all = 0;
            for (boolean row : rows) {
                all += row ? 1 : 0;
            }
            return (double) all / rows.length;
        }
    }

    /**
     * Plays it.
     *
     * @param rows of each arm, in the order in which they are used: whether they were rewarded
     * @param rate before the experiment
     */
    public Ended played(Map<String, boolean[]> rows, double rate) {
        List<Standing> arms = rows.entrySet().stream()
                .map(each -> new Standing(each.getKey(), each.getValue()))
                .toList();
        List<int[]> givenBy = new ArrayList<>();
        int touch = 0;
        while (true) {
            int old = givenBy.size() - daysToKnow;
            for (int i = 0; i < arms.size(); i++) {
                arms.get(i).look(old < 0 ? 0 : givenBy.get(old)[i]);
            }
            VariantAllocator allocator =
                    new VariantAllocator(arms.stream().map(Standing::arm).toList(), rate).retireHopeless();
            for (int i = 0; i < arms.size(); i++) {
                arms.get(i).live = allocator.arms().get(i).live();
            }
            double[] shares = allocator.allocation();
            for (int i = 0; i < perDay; i++) {
                Standing arm = arms.get(drawn(shares, ++touch));
                if (arm.given == arm.rows.length) {
                    return ended(arms, shares, givenBy.size() + 1);
                }
                arm.given++;
            }
            givenBy.add(arms.stream().mapToInt(arm -> arm.given).toArray());
        }
    }

    private int drawn(double[] shares, int touch) {
        double u = VariantAllocator.draw(name + touch);
        double upTo = 0;
        int last = NONE;
        for (int i = 0; i < shares.length; i++) {
            upTo += shares[i];
            last = i;
            if (u < upTo) {
                return i;
            }
        }
        return last;
    }

    private static Ended ended(List<Standing> arms, double[] shares, int days) {
        double[] rates = arms.stream().mapToDouble(Standing::rate).toArray();
        double best = Arrays.stream(rates).max().orElseThrow();
        double missed = 0;
        long touches = 0;
        Map<String, Double> allocation = new LinkedHashMap<>();
        Map<String, Integer> given = new LinkedHashMap<>();
        for (int i = 0; i < rates.length; i++) {
            Standing arm = arms.get(i);
            missed += arm.given * (best - rates[i]);
            touches += arm.given;
            allocation.put(arm.name, shares[i]);
            given.put(arm.name, arm.given);
        }
        return new Ended(
                days,
                allocation,
                given,
                missed / touches,
                best - Arrays.stream(rates).average().orElseThrow());
    }
}
