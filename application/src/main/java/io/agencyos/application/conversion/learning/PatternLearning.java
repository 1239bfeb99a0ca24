package io.agencyos.application.conversion.learning;

import io.agencyos.application.platform.flow.Flow;
import io.agencyos.application.platform.flow.FlowStep;
import io.agencyos.application.platform.flow.StepContext;
import io.agencyos.application.platform.flow.StepResult;
import io.agencyos.application.platform.flow.run.Outcome;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.conversion.weights.WeightLearning;
import io.agencyos.domain.platform.flow.BreakerScope;
import io.agencyos.domain.platform.flow.Counts;
import io.agencyos.domain.platform.flow.WorkClass;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The flow {@code pattern_learning}: every Sunday at three in Sydney, a run for each client. Source: conversion
 * intelligence 19, flows 2.
 */
public final class PatternLearning {

    public static final String FLOW = "pattern_learning";

    private PatternLearning() {}

    public static Flow<?> flow(LearnPatterns learn) {
        return new Flow<Optional<Void>>(
                FLOW,
                1,
                WorkClass.BATCH,
                Role.ADMIN,
                Set.of(BreakerScope.SUBSCRIPTION),
                true,
                Flow::nothing,
                List.of(new FlowStep.Calling<>(
                        "learn",
                        1,
                        context -> learned(learn.learn(
                                context.client(),
                                cutOff(context),
                                context.run().order().id())))));
    }

    /** Whoever asks for it wants to know what is known by now. */
    private static LearnPatterns.CutOff cutOff(StepContext<?> context) {
        return context.run().order().requestedBy() == null
                ? LearnPatterns.CutOff.OF_THE_WEEK
                : LearnPatterns.CutOff.OF_THE_DAY;
    }

    private static StepResult learned(LearnPatterns.Outcome came) {
        return switch (came) {
            case LearnPatterns.Outcome.InsufficientData few ->
                new StepResult.Done(Counts.done(0, 0), Outcome.count("available_conversions", (int) few.available()));
            case LearnPatterns.Outcome.Aborted left ->
                new StepResult.Done(Counts.done(0, 0), Outcome.count("client_left", 1));
            case LearnPatterns.Outcome.Learned learned ->
                new StepResult.Done(
                        new Counts(
                                learned.patterns().size() + learned.failed().size(),
                                learned.patterns().size(),
                                learned.failed().size(),
                                0,
                                0),
                        Outcome.count("patterns_created", created(learned))
                                .with("pattern_failures", learned.failed().size())
                                .with("weights_promoted", is(learned.weights(), WeightLearning.Verdict.PROMOTED))
                                .with("weights_rejected", is(learned.weights(), WeightLearning.Verdict.REJECTED))
                                .plus(optimised(learned.weights())));
        };
    }

    private static int created(LearnPatterns.Outcome.Learned learned) {
        return (int) learned.patterns().values().stream()
                .filter(LearnPatterns.Published::fresh)
                .count();
    }

    private static int is(WeightLearning.Outcome weights, WeightLearning.Verdict verdict) {
        return weights instanceof WeightLearning.Outcome.Judged judged && judged.verdict() == verdict ? 1 : 0;
    }

    /** What came of the weights, and what was missing where there was too little. Source: conversion intelligence 11.2, 11.6. */
    static Outcome optimised(WeightLearning.Outcome weights) {
        return switch (weights) {
            case WeightLearning.Outcome.Judged judged -> status(judged.verdict().wire());
            case WeightLearning.Outcome.NoSignal _ -> status("no_signal");
            case WeightLearning.Outcome.SolverFailed _ -> status("solver_failed");
            case WeightLearning.Outcome.InsufficientData(var shortages) ->
                status("insufficient_data")
                        .plus(new Outcome(
                                Map.of(),
                                Map.of(),
                                Map.of(
                                        "weights_missing",
                                        shortages.stream()
                                                .map(PatternLearning::told)
                                                .toList())));
        };
    }

    private static Outcome status(String status) {
        return new Outcome(Map.of(), Map.of("optimization_status", status));
    }

    private static Map<String, String> told(WeightLearning.Shortage shortage) {
        return Map.of(
                "what", shortage.what(),
                "required", String.valueOf(shortage.required()),
                "available", String.valueOf(shortage.available()));
    }
}
