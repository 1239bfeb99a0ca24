package io.agencyos.domain.conversion.weights;

import io.agencyos.domain.scoring.weight.Weights;
import io.agencyos.domain.shared.Vocabulary;
import java.util.ArrayList;
import java.util.List;

/**
 * What new weights have to show on leads they have never seen before anybody is scored with them. Source: conversion
 * intelligence 11.5.
 *
 * @param active the weights in force
 */
public record PromotionGate(Weights active) {

    private static final double LEAST_GAIN = 0.010;
    private static final double CERTAIN = 0.05;
    private static final double EMAIL_LOSS = 0.010;

    /** A test that was not passed. */
    public enum Reason implements Vocabulary {
        /** Not better enough than the weights in force. */
        GAIN,
        /** Better, but perhaps by chance. */
        CHANCE,
        /** Worse than the default weights. */
        BELOW_DEFAULT,
        /** Its probabilities are worse. */
        CALIBRATION,
        /** Worse where the credit is on an e-mail, which every tier gets. */
        EMAIL,
        /** The pool would be turned upside down. */
        TIER_MIX
    }

    /** The measurements and every test that failed. */
    public record Report(
            Holdout.Metrics before, Holdout.Metrics after, Separation separation, double shift, List<Reason> failed) {

        public Report {
            failed = List.copyOf(failed);
        }

        public boolean passes() {
            return failed.isEmpty();
        }

        boolean onlyTheTierMixFails() {
            return failed.equals(List.of(Reason.TIER_MIX));
        }
    }

    /** Judges {@code candidate} on the newer part of the leads. */
    public Report judge(Holdout leads, Weights candidate, TierMix mix) {
        Separation separation = leads.compare(candidate, active);
        Holdout.Metrics before = leads.metrics(active);
        Holdout.Metrics after = leads.metrics(candidate);
        List<Reason> failed = new ArrayList<>();
        fail(failed, Reason.GAIN, separation.gain() < LEAST_GAIN);
        fail(failed, Reason.CHANCE, separation.pValue() > CERTAIN);
        fail(
                failed,
                Reason.BELOW_DEFAULT,
                leads.compare(candidate, Weights.DEFAULT).gain() < 0);
        fail(failed, Reason.CALIBRATION, after.logLoss() > before.logLoss() || after.brier() > before.brier());
        fail(
                failed,
                Reason.EMAIL,
                leads.hasEmailConversions()
                        && leads.compareByEmail(candidate, active).gain() < -EMAIL_LOSS);
        fail(failed, Reason.TIER_MIX, !mix.passes());
        return new Report(before, after, separation, mix.shift(), failed);
    }

    private static void fail(List<Reason> failed, Reason reason, boolean fails) {
        if (fails) {
            failed.add(reason);
        }
    }
}
