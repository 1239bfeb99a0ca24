package io.agencyos.application.conversion.learning;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.conversion.PatternType;
import io.agencyos.domain.conversion.pattern.Node;
import io.agencyos.domain.conversion.report.Change;
import io.agencyos.domain.conversion.report.PatternHealth;
import io.agencyos.domain.conversion.report.Persistence;
import io.agencyos.domain.conversion.report.TierRates;
import io.agencyos.domain.conversion.weights.Holdout;
import io.agencyos.domain.conversion.weights.WeightLearning;
import io.agencyos.domain.scoring.weight.Weights;
import io.agencyos.domain.scoring.weight.WeightsInForce;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.PrimaryPort;
import org.jspecify.annotations.Nullable;

/** Everything that is known, as a person reads it, with what it rests on and what is missing. Source: conversion intelligence 20. */
@PrimaryPort
public interface ReportPatterns {

    /** A finding in plain words. */
    record Told(PatternType type, Node.Members finding) {}

    /**
     * How well a set of weights sorts the newest leads, which it was not fitted on.
     *
     * @param topFifth share of their conversions that the best-scored fifth holds
     */
    record Judged(Weights weights, Holdout.Metrics metrics, double topFifth) {}

    /**
     * The weights in force beside the default ones.
     *
     * @param coverageMinScore the lowest score of anybody who was contacted: weights say nothing certain of lower ones
     * @param heldOut the newest leads, which they are measured on; {@code heldOutConversions} of them booked
     * @param missing what the next attempt at weights waits for; nothing where it will be made
     * @param measured both on the same leads, in force first; empty where too little converted to tell
     */
    record Weighed(
            WeightsInForce inForce,
            long leads,
            long conversions,
            int coverageMinScore,
            long heldOut,
            long heldOutConversions,
            Optional<List<Judged>> measured,
            List<WeightLearning.Shortage> missing) {

        public Weighed {
            missing = List.copyOf(missing);
        }
    }

    /**
     * What is not known of a type yet.
     *
     * @param sentence what is missing
     */
    record Missing(PatternType type, long required, long available, String sentence) {}

    /**
     * What came of what was chosen by one basis, beside the others: as what explores was drawn by lot, the only honest measure
     * of what learning adds.
     *
     * @param type WHEN for times of sending, HOW for orders of channels
     * @param basis {@code default}, {@code learned} or {@code explored}
     */
    record Steering(PatternType type, String basis, Node.Members outcome) {}

    /**
     * @param computedAt when the newest valid pattern was made; null without one
     * @param narrative a paragraph per valid pattern
     * @param changes since the version before, of every valid pattern
     * @param findings confirmed or emerging, of the valid patterns
     * @param missing types of which nothing valid stands, and what they wait for
     * @param persistence of what was confirmed four weeks before
     * @param steering what came of what was learned, of what was drawn by lot and of the defaults
     * @param tiers what came of the leads of each tier within a year
     */
    record Report(
            @Nullable Instant computedAt,
            List<String> narrative,
            List<Change> changes,
            List<Told> findings,
            List<Missing> missing,
            Persistence persistence,
            List<Steering> steering,
            Weighed weights,
            TierRates tiers,
            List<String> caveats,
            List<PatternHealth.Warning> warnings) {

        public Report {
            narrative = List.copyOf(narrative);
            changes = List.copyOf(changes);
            findings = List.copyOf(findings);
            missing = List.copyOf(missing);
            steering = List.copyOf(steering);
            caveats = List.copyOf(caveats);
            warnings = List.copyOf(warnings);
        }
    }

    Report report(TenantScope scope);
}
