package io.agencyos.domain.conversion.experiment;

import io.agencyos.domain.conversion.stats.Best;
import io.agencyos.domain.conversion.stats.Beta;
import io.agencyos.domain.shared.Digests;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Allocation among variants by their chance of being the best, computed rather than drawn, and the bar at which one of
 * them is declared. Source: conversion intelligence 7.1.
 *
 * @param arms in the order of their creation
 * @param p0 rate of the channel and touch number before the experiment, frozen at its start, 0.005 to 0.5
 */
public record VariantAllocator(List<Arm> arms, double p0) {

    private static final double LEAST_RATE = 0.005;
    private static final double MOST_RATE = 0.5;
    private static final double RATE_WITHOUT_DATA = 0.006;
    private static final double FLOOR = 0.10;
    private static final double WIN = 0.99;
    private static final long WIN_TOUCHES = 300;
    private static final long WIN_DAYS = 14;
    private static final double TOLERABLE_LOSS = 0.05;
    private static final long MOST_DAYS = 56;
    private static final long MOST_TOUCHES = 2_000;
    private static final double HOPELESS = 0.02;
    private static final long HOPELESS_TOUCHES = 200;
    private static final double TWO_TO_53 = 0x1p53;

    public VariantAllocator {
        arms = List.copyOf(arms);
    }

    /** With the rate before the experiment as it may be used; none is 0.006. */
    public static VariantAllocator of(List<Arm> arms, Optional<Double> rateBefore) {
        return new VariantAllocator(
                arms,
                rateBefore.map(rate -> Math.clamp(rate, LEAST_RATE, MOST_RATE)).orElse(RATE_WITHOUT_DATA));
    }

    /** P(best) of each arm among those live; 0 for the others. */
    public double[] probabilities() {
        return spread(Best.probabilities(beliefs()));
    }

    /** Share of traffic of each arm. */
    public double[] allocation() {
        double[] shares = probabilities();
        int live = live().size();
        for (int i = 0; i < shares.length; i++) {
            shares[i] = arms.get(i).live() ? FLOOR + (1 - FLOOR * live) * shares[i] : 0;
        }
        return shares;
    }

    /** The mean of what is believed of an arm. */
    public double mean(int arm) {
        return arms.get(arm).belief(p0).mean();
    }

    /** Below which a share {@code p} of what is believed of an arm lies. */
    public double quantile(int arm, double p) {
        return arms.get(arm).belief(p0).quantile(p);
    }

    /** The arm that a lead gets: always the same one for the same allocation. */
    public Arm assign(UUID experiment, UUID lead) {
        double u = draw(experiment, lead);
        double[] shares = allocation();
        double upTo = 0;
        Optional<Arm> last = Optional.empty();
        for (int i = 0; i < shares.length; i++) {
            upTo += shares[i];
            if (shares[i] > 0) {
                last = Optional.of(arms.get(i));
                if (u < upTo) {
                    return arms.get(i);
                }
            }
        }
        return last.orElseThrow(() -> new IllegalStateException("an experiment has a live arm"));
    }

    /** The first 53 bits of the hash of both ids, as a number from 0 below 1. */
    public static double draw(UUID experiment, UUID lead) {
        return draw(experiment.toString() + lead);
    }

    /** The same of any text. */
    static double draw(String text) {
        return (ByteBuffer.wrap(Digests.sha256(text)).getLong() >>> 11) / TWO_TO_53;
    }

    /**
     * The verdict after so many days. It ends with eight weeks of touches, once the last of them are old enough to count for
     * this reward: what was sent is not thrown away undecided.
     */
    public Verdict verdict(long days, Reward reward) {
        List<Arm> live = live();
        List<Beta> beliefs = beliefs();
        double[] p = Best.probabilities(beliefs);
        int best = IntStream.range(0, p.length)
                .boxed()
                .max(Comparator.comparingDouble(i -> p[i]))
                .orElseThrow(() -> new IllegalStateException("an experiment has a live arm"));
        String name = live.get(best).name();
        boolean enough = days >= WIN_DAYS && live.stream().allMatch(arm -> arm.n() >= WIN_TOUCHES);
        if (live.size() > 1 && enough && p[best] >= WIN) {
            double loss = Best.expectedLoss(beliefs, best);
            if (loss <= TOLERABLE_LOSS * p0) {
                return new Verdict.Declared(name, p[best], loss);
            }
        }
        boolean over =
                days >= MOST_DAYS + reward.within().toDays() || live.stream().allMatch(arm -> arm.n() >= MOST_TOUCHES);
        return over ? new Verdict.NoDifference(name, p[best]) : new Verdict.Leading(name, p[best]);
    }

    /** Without hopeless arms, the weakest first; two always stay, as retiring one of two would decide the experiment. */
    public VariantAllocator retireHopeless() {
        double[] p = probabilities();
        Optional<Integer> weakest = live().size() <= 2
                ? Optional.empty()
                : IntStream.range(0, p.length)
                        .boxed()
                        .filter(i -> arms.get(i).live() && arms.get(i).n() >= HOPELESS_TOUCHES && p[i] < HOPELESS)
                        .min(Comparator.comparingDouble(i -> p[i]));
        if (weakest.isEmpty()) {
            return this;
        }
        List<Arm> without = new ArrayList<>(arms);
        without.set(weakest.get(), arms.get(weakest.get()).retired());
        return new VariantAllocator(without, p0).retireHopeless();
    }

    private List<Arm> live() {
        return arms.stream().filter(Arm::live).toList();
    }

    private List<Beta> beliefs() {
        return live().stream().map(arm -> arm.belief(p0)).toList();
    }

    private double[] spread(double[] ofLive) {
        double[] all = new double[arms.size()];
        int next = 0;
        for (int i = 0; i < all.length; i++) {
            all[i] = arms.get(i).live() ? ofLive[next++] : 0;
        }
        return all;
    }
}
