package io.agencyos.application.conversion.learning;

import io.agencyos.application.conversion.learning.store.LearningFacts;
import io.agencyos.application.conversion.learning.store.LearningPorts;
import io.agencyos.application.conversion.learning.store.Windows;
import io.agencyos.application.scoring.rescore.RescoreRequest;
import io.agencyos.application.shared.IdSource;
import io.agencyos.domain.conversion.kernel.Evidence;
import io.agencyos.domain.conversion.weights.ComponentCell;
import io.agencyos.domain.conversion.weights.Holdout;
import io.agencyos.domain.conversion.weights.PromotionGate;
import io.agencyos.domain.conversion.weights.TierMix;
import io.agencyos.domain.conversion.weights.WeightEstimator;
import io.agencyos.domain.conversion.weights.WeightLearning;
import io.agencyos.domain.scoring.ScoreCause;
import io.agencyos.domain.scoring.weight.WeightProof;
import io.agencyos.domain.scoring.weight.WeightSet;
import io.agencyos.domain.scoring.weight.Weights;
import io.agencyos.domain.scoring.weight.WeightsSource;
import io.agencyos.domain.scoring.weight.WeightsStatus;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.Vocabulary;
import io.agencyos.domain.shared.id.ClientId;
import java.math.BigDecimal;
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

    /** Why a set that was in force is no longer. */
    enum Retired implements Vocabulary {
        /** The default ones sort the newest leads better. */
        WORSE,
        /** No re-check succeeded for 90 days. */
        UNCONFIRMED
    }

    /** What came of an attempt, and of the set that stood before it. */
    record Attempt(WeightLearning.Outcome outcome, Optional<Retired> retired) {}

    Attempt learn(ClientId client, Instant cutOff, Instant now) {
        Weights active = ports.inForce(client, now).weights();
        Weights reference = ports.fallback(client, now).weights();
        Holdout leads = holdout(client, cutOff);
        Optional<Retired> retired = recheck(client, leads, now);
        WeightLearning.Outcome outcome = new WeightLearning(active, reference, WeightEstimator.TAU)
                .learn(
                        leads,
                        Optional.of(holdout(client, cutOff.minus(Windows.REPEAT))),
                        fresh(ports, client, cutOff),
                        candidate -> mix(leads.test(), active, candidate));
        if (outcome instanceof WeightLearning.Outcome.Judged judged) {
            store(client, judged, proof(judged, reference, leads, cutOff), now);
        }
        return new Attempt(outcome, retired);
    }

    private Holdout holdout(ClientId client, Instant cutOff) {
        return ports.facts().holdout(client, ports.windows(client).yearOfLeads(cutOff));
    }

    /** Conversions of leads that matured since weights were last tried; all of them before the first attempt. */
    static long fresh(LearningPorts ports, ClientId client, Instant cutOff) {
        Windows windows = ports.windows(client);
        LearningFacts.Span year = windows.yearOfLeads(cutOff);
        Instant since = ports.weights().history(client).stream()
                .filter(version -> version.set().source() == WeightsSource.CLIENT_LEARNED)
                .map(version -> Windows.cutOff(version.createdAt())
                        .minus(windows.horizons().ofALead()))
                .findFirst()
                .orElse(year.from());
        return ports.facts()
                .totals(client, LearningFacts.Unit.LEAD, new LearningFacts.Span(since, year.until()))
                .conversions();
    }

    /** The set in force on the newest leads: taken back, or good for another 90 days, or left where nothing can be told. */
    private Optional<Retired> recheck(ClientId client, Holdout leads, Instant now) {
        Optional<WeightSet> inForce = ports.weights().of(client).stream()
                .filter(set -> set.source() == WeightsSource.CLIENT_LEARNED && set.status() == WeightsStatus.PROMOTED)
                .findFirst();
        Optional<Retired> retired = inForce.flatMap(set -> reason(set, leads, now));
        if (retired.isPresent()) {
            ports.weights().retire(client, WeightsSource.CLIENT_LEARNED, now);
            rescore(client, now);
        } else if (inForce.isPresent() && judgeable(leads)) {
            ports.weights().confirm(client, WeightsSource.CLIENT_LEARNED, now);
        }
        return retired;
    }

    private static Optional<Retired> reason(WeightSet set, Holdout leads, Instant now) {
        boolean worse = judgeable(leads)
                && set.weights()
                        .toOptional()
                        .filter(weights -> WeightLearning.retires(weights, leads))
                        .isPresent();
        if (worse) {
            return Optional.of(Retired.WORSE);
        }
        return set.expired(now) ? Optional.of(Retired.UNCONFIRMED) : Optional.empty();
    }

    private static boolean judgeable(Holdout leads) {
        long conversions = leads.test().stream().mapToLong(ComponentCell::k).sum();
        return conversions > 0
                && conversions
                        < leads.test().stream().mapToLong(ComponentCell::n).sum();
    }

    private static WeightProof proof(
            WeightLearning.Outcome.Judged judged, Weights reference, Holdout leads, Instant cutOff) {
        PromotionGate.Report report = judged.report();
        return new WeightProof(
                reference,
                BigDecimal.valueOf(WeightEstimator.TAU),
                leads.units(),
                leads.conversions(),
                cutOff,
                leads.lowestScore(),
                measured(report.before()),
                measured(report.after()),
                WeightProof.figure(report.separation().pValue()),
                WeightProof.figure(report.shift()),
                judged.iterations(),
                report.failed().stream().map(Vocabulary::wire).toList());
    }

    private static WeightProof.Measured measured(Holdout.Metrics metrics) {
        return new WeightProof.Measured(
                WeightProof.figure(metrics.auc()),
                WeightProof.figure(metrics.logLoss()),
                WeightProof.figure(metrics.brier()));
    }

    private void store(ClientId client, WeightLearning.Outcome.Judged judged, WeightProof proof, Instant now) {
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
                                Evidence.confidence(proof.leads(), proof.conversions()),
                                Result.ok(judged.weights())),
                        proof,
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
