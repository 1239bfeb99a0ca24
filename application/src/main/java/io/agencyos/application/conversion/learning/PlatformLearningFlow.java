package io.agencyos.application.conversion.learning;

import io.agencyos.application.platform.flow.Flow;
import io.agencyos.application.platform.flow.StepResult;
import io.agencyos.application.platform.flow.SystemFlows;
import io.agencyos.application.platform.flow.run.Outcome;
import io.agencyos.domain.platform.flow.Counts;

/** The flow {@code platform_learning}: on the first of each month at two in Sydney. Source: conversion intelligence 19. */
public final class PlatformLearningFlow {

    public static final String FLOW = "platform_learning";

    private PlatformLearningFlow() {}

    public static Flow<?> flow(LearnTogether together) {
        return SystemFlows.once(FLOW, "learn", () -> {
            LearnTogether.Outcome outcome = together.learn();
            int rejected = outcome.rejected().size();
            return new StepResult.Done(
                    new Counts(outcome.published() + rejected, outcome.published(), rejected, 0, 0),
                    Outcome.count("consenting_clients", outcome.consenting())
                            .with("weights_published", outcome.weights()));
        });
    }
}
