package io.agencyos.domain.conversion.evolve;

import io.agencyos.domain.conversion.experiment.Experiment;
import io.agencyos.domain.conversion.experiment.Standing;
import io.agencyos.domain.conversion.experiment.Variant;
import io.agencyos.domain.conversion.experiment.Verdict;
import io.agencyos.domain.conversion.pattern.Node;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The suggestion that follows from a declared winner: it was randomised, so it needs no repeat. Source: conversion
 * intelligence 5.6, 7.1, 16.1.
 */
public final class DeclaredVariant {

    /** The member of the action that names the experiment. */
    public static final String EXPERIMENT = "experiment_id";

    private DeclaredVariant() {}

    /** Empty unless a variant was declared. */
    public static Optional<Candidate> candidate(Experiment experiment, Instant now) {
        return experiment.winner().map(won -> {
            double effect = effect(experiment, won);
            BigDecimal confidence = switch (experiment.verdict(now)) {
                case Verdict.Declared declared -> truncated(declared.probability());
                case Verdict.Leading leading -> truncated(leading.probability());
                case Verdict.NoDifference none -> truncated(none.probability());
            };
            return new Candidate(
                    SuggestionType.UPDATE_CONTENT,
                    experiment.campaignId(),
                    "variant:" + experiment.id().text(),
                    Evolution.title("Let step %d say \u201c%s\u201d".formatted(experiment.stepNo(), won.name())),
                    Standing.of(experiment, now).sentence(),
                    Node.members()
                            .with(EXPERIMENT, experiment.id().text())
                            .with("step_number", experiment.stepNo())
                            .with("element", experiment.element().wire())
                            .with("value", won.name())
                            .done(),
                    Node.members()
                            .with("effect", Node.rounded(effect, 2))
                            .with("sample", won.n())
                            .with("converted", won.k())
                            .done(),
                    confidence,
                    Candidate.urgency(confidence, effect));
        });
    }

    private static BigDecimal truncated(double probability) {
        return BigDecimal.valueOf(probability).setScale(2, RoundingMode.DOWN);
    }

    /** Believed rate of the winner over that of the best other arm. */
    private static double effect(Experiment experiment, Variant won) {
        double[] means = new double[experiment.variants().size()];
        for (int i = 0; i < means.length; i++) {
            means[i] = experiment.allocator().mean(i);
        }
        int winner = experiment.variants().indexOf(won);
        double other = IntStream.range(0, means.length)
                .filter(i -> i != winner)
                .mapToDouble(i -> means[i])
                .max()
                .orElseThrow(() -> new IllegalStateException("an experiment has two variants"));
        return means[winner] / other;
    }
}
