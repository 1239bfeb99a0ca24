package io.agencyos.application.conversion.learning;

import io.agencyos.application.conversion.learning.store.LearningFacts;
import io.agencyos.application.platform.flow.Flow;
import io.agencyos.application.platform.flow.StepResult;
import io.agencyos.application.platform.flow.SystemFlows;
import io.agencyos.application.platform.flow.run.Outcome;
import io.agencyos.domain.platform.flow.Counts;
import io.agencyos.domain.platform.flow.WorkClass;
import java.util.Set;

/** The flow {@code outcome_facts}: every night at one in Sydney, a run for each client. Source: conversion intelligence 19. */
public final class OutcomeFacts {

    public static final String FLOW = "outcome_facts";

    private OutcomeFacts() {}

    public static Flow<?> flow(TakeOverFacts facts) {
        return SystemFlows.perClient(FLOW, WorkClass.BATCH, null, Set.of(), "take_over", client -> {
            LearningFacts.Matured matured = facts.takeOver(client);
            int all = matured.leads() + matured.touches();
            return new StepResult.Done(
                    Counts.done(all, all),
                    Outcome.count("leads", matured.leads()).with("touches", matured.touches()));
        });
    }
}
