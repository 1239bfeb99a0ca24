package io.agencyos.application.conversion.suggest;

import io.agencyos.application.platform.flow.Flow;
import io.agencyos.application.platform.flow.StepResult;
import io.agencyos.application.platform.flow.SystemFlows;
import io.agencyos.application.platform.flow.run.Outcome;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.flow.BreakerScope;
import io.agencyos.domain.platform.flow.Counts;
import io.agencyos.domain.platform.flow.WorkClass;
import io.agencyos.domain.shared.id.ClientId;
import java.util.Map;
import java.util.Set;

/**
 * The flow {@code campaign_evolution}: every Sunday after learning, a run for each client; a member may start it too.
 * Source: conversion intelligence 16, 19.
 */
public final class CampaignEvolution {

    public static final String FLOW = "campaign_evolution";

    private CampaignEvolution() {}

    public static Flow<?> flow(SuggestCampaigns suggest, JudgeCampaigns judge) {
        return SystemFlows.perClient(
                FLOW,
                WorkClass.BATCH,
                Role.MEMBER,
                Set.of(BreakerScope.SUBSCRIPTION),
                "suggest",
                client -> suggested(suggest, judge, client));
    }

    private static StepResult suggested(SuggestCampaigns suggest, JudgeCampaigns judge, ClientId client) {
        Outcome health = new Outcome(
                Map.of(),
                Map.of(
                        "campaign_health_score",
                        judge.health(TenantScope.worker(client)).score().toPlainString()));
        return switch (suggest.suggest(client)) {
            case SuggestCampaigns.Outcome.Skipped(var reasons) ->
                new StepResult.Done(new Counts(1, 0, 0, 1, 0), health.plus(Outcome.reason(String.join(", ", reasons))));
            case SuggestCampaigns.Outcome.Suggested(int created, int refreshed, int expired) ->
                new StepResult.Done(
                        Counts.done(created + refreshed, created + refreshed),
                        health.with("created", created)
                                .with("refreshed", refreshed)
                                .with("expired", expired));
        };
    }
}
