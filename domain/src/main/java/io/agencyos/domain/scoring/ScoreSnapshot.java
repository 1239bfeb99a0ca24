package io.agencyos.domain.scoring;

import io.agencyos.domain.scoring.tier.AlsScore;
import io.agencyos.domain.scoring.tier.Tier;
import io.agencyos.domain.scoring.tier.TierSource;
import io.agencyos.domain.scoring.weight.WeightsSource;
import io.agencyos.domain.shared.Vocabulary;
import java.util.List;
import org.jmolecules.ddd.annotation.ValueObject;
import org.jspecify.annotations.Nullable;

/**
 * A score as history keeps it and a touch points to it ({@code als_snapshot}), column by column the row of data model
 * 5.6 {@code lead_score}. Source: scoring ALS-17.
 *
 * @param boostSignals what the LinkedIn boost is made of
 */
@ValueObject
public record ScoreSnapshot(
        AlsScore score,
        Tier tier,
        TierSource tierSource,
        List<Gate> gates,
        AlsResult.Components components,
        int buyerBoost,
        @Nullable String buyerReason,
        int linkedInBoost,
        int techBoost,
        List<String> boostSignals,
        Explanation explanation,
        int weightsVersion,
        WeightsSource weightsSource,
        int factsVersion,
        String modelVersion,
        ScoreCause cause) {

    public ScoreSnapshot {
        gates = List.copyOf(gates);
        boostSignals = List.copyOf(boostSignals);
    }

    static ScoreSnapshot of(AlsResult result, ScoreCause cause) {
        return new ScoreSnapshot(
                result.score(),
                result.tier(),
                result.tierSource(),
                result.gates(),
                result.components(),
                result.buyerBoost(),
                result.buyerBoostReason().orElse(null),
                result.linkedInBoost(),
                result.techBoost(),
                result.linkedInSignals().stream().map(Vocabulary::wire).toList(),
                result.explanation(),
                result.weights().version(),
                result.weights().source(),
                result.factsVersion(),
                result.modelVersion(),
                cause);
    }

    /** The same with the tier that stands by its margin where only weights or age moved the score (B6). */
    public ScoreSnapshot steadiedFrom(Tier before) {
        boolean moved = cause == ScoreCause.REWEIGHT || cause == ScoreCause.DECAY;
        return moved && tierSource == TierSource.SCORE ? with(before.steady(score)) : this;
    }

    private ScoreSnapshot with(Tier other) {
        return new ScoreSnapshot(
                score,
                other,
                tierSource,
                gates,
                components,
                buyerBoost,
                buyerReason,
                linkedInBoost,
                techBoost,
                boostSignals,
                explanation,
                weightsVersion,
                weightsSource,
                factsVersion,
                modelVersion,
                cause);
    }
}
