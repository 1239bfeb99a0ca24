package io.agencyos.domain.conversion.weights;

import io.agencyos.domain.scoring.weight.Weights;
import io.agencyos.domain.shared.Vocabulary;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One attempt to learn weights: enough data, a fit on the older leads, one limited step, the gate on the newer ones, and
 * the same again as things stood eight weeks ago. Source: conversion intelligence 11.2–11.5.
 *
 * @param active the weights in force
 * @param reference the weights that would be used if none were learned
 */
public record WeightLearning(Weights active, Weights reference, double tau) {

    private static final long UNITS = 300;
    private static final long CONVERSIONS = 50;
    private static final long HOLDOUT_CONVERSIONS = 15;
    private static final long FRESH_CONVERSIONS = 15;
    private static final double RETIRING_LOSS = 0.02;
    private static final double RETIRING_CHANCE = 0.20;

    /** What came of the attempt. */
    public sealed interface Outcome {

        /** Not enough to judge by; the weights stay. */
        record InsufficientData(List<Shortage> shortages) implements Outcome {}

        /** Better scores do not convert better; the weights stay. */
        record NoSignal() implements Outcome {}

        /** No optimum was found; the weights stay. */
        record SolverFailed() implements Outcome {}

        /** Weights and what the gate said of them. */
        record Judged(Verdict verdict, Weights weights, int iterations, PromotionGate.Report report)
                implements Outcome {}
    }

    /** What becomes of weights that were judged. */
    public enum Verdict implements Vocabulary {
        /** They go live. */
        PROMOTED,
        /** Better now, not eight weeks ago: tried again. */
        CANDIDATE,
        /** Not better. */
        REJECTED,
        /** Better, but the tiers would shift: for a person. */
        NEEDS_REVIEW
    }

    /** What is missing. */
    public record Shortage(String what, long required, long available) {

        /** The same in words. */
        public String sentence() {
            return "%d %s are needed; so far it is %d".formatted(required, what, available);
        }
    }

    /**
     * Learns.
     *
     * @param earlier the leads as of eight weeks before; empty where there were too few
     * @param fresh conversions that matured since the previous attempt
     * @param mix what new weights would make of the pool
     */
    public Outcome learn(Holdout now, Optional<Holdout> earlier, long fresh, Function<Weights, TierMix> mix) {
        List<Shortage> shortages = shortages(now, fresh);
        if (!shortages.isEmpty()) {
            return new Outcome.InsufficientData(shortages);
        }
        return switch (new WeightEstimator(reference, tau).fit(now.train())) {
            case WeightEstimator.Fit.NoSignal none -> new Outcome.NoSignal();
            case WeightEstimator.Fit.SolverFailed failed -> new Outcome.SolverFailed();
            case WeightEstimator.Fit.Fitted fitted -> judged(now, earlier, fitted, mix);
        };
    }

    private Outcome judged(
            Holdout now, Optional<Holdout> earlier, WeightEstimator.Fit.Fitted fitted, Function<Weights, TierMix> mix) {
        Weights candidate = Shares.stepped(active, fitted.weights());
        PromotionGate.Report report = new PromotionGate(active).judge(now, candidate, mix.apply(candidate));
        return new Outcome.Judged(verdict(report, earlier), candidate, fitted.iterations(), report);
    }

    private Verdict verdict(PromotionGate.Report report, Optional<Holdout> earlier) {
        if (report.onlyTheTierMixFails()) {
            return Verdict.NEEDS_REVIEW;
        }
        if (!report.passes()) {
            return Verdict.REJECTED;
        }
        return earlier.filter(this::passed).isPresent() ? Verdict.PROMOTED : Verdict.CANDIDATE;
    }

    private boolean passed(Holdout earlier) {
        return shortages(earlier, FRESH_CONVERSIONS).isEmpty()
                && new WeightEstimator(reference, tau).fit(earlier.train()) instanceof WeightEstimator.Fit.Fitted fitted
                && new PromotionGate(active)
                        .judge(earlier, Shares.stepped(active, fitted.weights()), TierMix.EMPTY)
                        .passes();
    }

    /**
     * What an attempt with these leads waits for; nothing where it would be made.
     *
     * @param fresh conversions that matured since the previous attempt
     */
    public static List<Shortage> shortages(Holdout leads, long fresh) {
        long silent = leads.units() - leads.conversions();
        return List.of(
                        new Shortage("leads", UNITS, leads.units()),
                        new Shortage("conversions", CONVERSIONS, leads.conversions()),
                        new Shortage("leads that did not convert", CONVERSIONS, silent),
                        new Shortage(
                                "conversions in the holdout", HOLDOUT_CONVERSIONS, Holdout.conversions(leads.test())),
                        new Shortage("conversions since the previous attempt", FRESH_CONVERSIONS, fresh))
                .stream()
                .filter(each -> each.available() < each.required())
                .toList();
    }

    /** Whether learned weights have become worse than the default ones. Source: conversion intelligence 11.6. */
    public static boolean retires(Weights learned, Holdout newest) {
        Separation separation = newest.compare(Weights.DEFAULT, learned);
        return separation.gain() > RETIRING_LOSS && separation.pValue() <= RETIRING_CHANCE;
    }
}
