package io.agencyos.application.conversion.learning;

import io.agencyos.application.platform.flow.Flow;
import io.agencyos.application.platform.flow.Outcome;
import io.agencyos.application.platform.flow.StepResult;
import io.agencyos.application.platform.flow.SystemFlows;
import io.agencyos.domain.client.Role;
import io.agencyos.domain.conversion.weights.WeightLearning;
import io.agencyos.domain.platform.flow.BreakerScope;
import io.agencyos.domain.platform.flow.Counts;
import io.agencyos.domain.platform.flow.WorkClass;
import io.agencyos.domain.shared.ClientId;
import java.util.Set;

/**
 * The flow {@code pattern_learning}: every Sunday at three in Sydney, a run for each client. Source: conversion
 * intelligence 19, flows 2.
 */
public final class PatternLearning {

    public static final String FLOW = "pattern_learning";

    private PatternLearning() {}

    public static Flow<?> flow(LearnPatterns learn) {
        return SystemFlows.perClient(
                FLOW,
                WorkClass.BATCH,
                Role.ADMIN,
                Set.of(BreakerScope.SUBSCRIPTION),
                "learn",
                client -> learned(learn, client));
    }

    private static StepResult learned(LearnPatterns learn, ClientId client) {
        return switch (learn.learn(client)) {
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
                                .with("weights_promoted", promoted(learned)));
        };
    }

    private static int created(LearnPatterns.Outcome.Learned learned) {
        return (int) learned.patterns().values().stream()
                .filter(LearnPatterns.Published::fresh)
                .count();
    }

    private static int promoted(LearnPatterns.Outcome.Learned learned) {
        return learned.weights() instanceof WeightLearning.Outcome.Judged judged
                        && judged.verdict() == WeightLearning.Verdict.PROMOTED
                ? 1
                : 0;
    }
}
