package io.agencyos.application.conversion.learning;

import io.agencyos.application.scoring.RescoreRequest;
import io.agencyos.application.shared.IdSource;
import io.agencyos.domain.conversion.kernel.Evidence;
import io.agencyos.domain.conversion.weights.ComponentCell;
import io.agencyos.domain.conversion.weights.Holdout;
import io.agencyos.domain.conversion.weights.TierMix;
import io.agencyos.domain.conversion.weights.WeightEstimator;
import io.agencyos.domain.conversion.weights.WeightLearning;
import io.agencyos.domain.scoring.ScoreCause;
import io.agencyos.domain.scoring.WeightSet;
import io.agencyos.domain.scoring.Weights;
import io.agencyos.domain.scoring.WeightsInForce;
import io.agencyos.domain.scoring.WeightsSource;
import io.agencyos.domain.scoring.WeightsStatus;
import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.Result;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One attempt at a client's weights, stored with what the gate said; promoted ones are in force at once and ask for new
 * scores. Source: conversion intelligence 11.
 */
final class LearnWeights {

    private final LearningPorts ports;
    private final IdSource ids;

    LearnWeights(LearningPorts ports, IdSource ids) {
        this.ports = ports;
        this.ids = ids;
    }

    WeightLearning.Outcome learn(ClientId client, Instant cutOff, Instant now) {
        List<WeightSet> stored = ports.weights().known(client).stream()
                .filter(set -> !set.expired(now))
                .toList();
        Weights active = WeightsInForce.of(stored, false).weights();
        Weights reference = WeightsInForce.of(
                        stored.stream()
                                .filter(set -> set.source() != WeightsSource.CLIENT_LEARNED)
                                .toList(),
                        false)
                .weights();
        Holdout leads = holdout(client, cutOff);
        retireIfWorse(client, stored, leads, now);
        WeightLearning.Outcome outcome = new WeightLearning(active, reference, WeightEstimator.TAU)
                .learn(
                        leads,
                        Optional.of(holdout(client, cutOff.minus(Windows.REPEAT))),
                        fresh(client, cutOff),
                        candidate -> mix(leads.test(), active, candidate));
        if (outcome instanceof WeightLearning.Outcome.Judged judged) {
            store(client, judged, leads, now);
        }
        return outcome;
    }

    private Holdout holdout(ClientId client, Instant cutOff) {
        return ports.facts()
                .holdout(
                        client,
                        Windows.window(LearningFacts.Unit.LEAD, cutOff, Windows.LONGEST)
                                .span());
    }

    /** Conversions of leads that matured since weights were last tried; all of them before the first attempt. */
    private long fresh(ClientId client, Instant cutOff) {
        Windows.Window year = Windows.window(LearningFacts.Unit.LEAD, cutOff, Windows.LONGEST);
        Instant since = ports.weights().history(client).stream()
                .filter(version -> version.set().source() == WeightsSource.CLIENT_LEARNED)
                .map(version -> Windows.cutOff(version.createdAt()).minus(Windows.HORIZONS.lead()))
                .findFirst()
                .orElse(year.span().from());
        return ports.facts()
                .totals(
                        client,
                        LearningFacts.Unit.LEAD,
                        new LearningFacts.Span(since, year.span().until()))
                .conversions();
    }

    private void retireIfWorse(ClientId client, List<WeightSet> stored, Holdout leads, Instant now) {
        boolean judgeable = leads.test().stream().mapToLong(ComponentCell::k).sum() > 0;
        stored.stream()
                .filter(set -> set.source() == WeightsSource.CLIENT_LEARNED && set.status() == WeightsStatus.PROMOTED)
                .flatMap(set -> set.weights().toOptional().stream())
                .filter(weights -> judgeable && WeightLearning.retires(weights, leads))
                .findFirst()
                .ifPresent(_ -> {
                    ports.weights().retire(client, WeightsSource.CLIENT_LEARNED, now);
                    rescore(client, now);
                });
    }

    private void store(ClientId client, WeightLearning.Outcome.Judged judged, Holdout leads, Instant now) {
        int version = 1
                + ports.weights().of(client).stream()
                        .mapToInt(WeightSet::version)
                        .max()
                        .orElse(0);
        boolean promoted = judged.verdict() == WeightLearning.Verdict.PROMOTED;
        ports.weights()
                .insert(
                        client,
                        new WeightSet(
                                WeightsSource.CLIENT_LEARNED,
                                version,
                                promoted ? WeightsStatus.CANDIDATE : status(judged.verdict()),
                                false,
                                Evidence.confidence(leads.units(), leads.conversions()),
                                Result.ok(judged.weights())),
                        now);
        if (promoted) {
            ports.weights().promote(client, WeightsSource.CLIENT_LEARNED, version, now);
            rescore(client, now);
        }
    }

    private static WeightsStatus status(WeightLearning.Verdict verdict) {
        return switch (verdict) {
            case PROMOTED -> WeightsStatus.PROMOTED;
            case CANDIDATE -> WeightsStatus.CANDIDATE;
            case REJECTED -> WeightsStatus.REJECTED;
            case NEEDS_REVIEW -> WeightsStatus.NEEDS_REVIEW;
        };
    }

    private void rescore(ClientId client, Instant now) {
        ports.rescores()
                .add(List.of(new RescoreRequest(
                        ids.next(), client, ScoreCause.REWEIGHT, new RescoreRequest.Target.Everybody(), null, now)));
    }

    private static TierMix mix(List<ComponentCell> leads, Weights active, Weights candidate) {
        return new TierMix(TierMix.of(leads, active), TierMix.of(leads, candidate));
    }
}
