package io.agencyos.application.scoring.store;

import io.agencyos.application.scoring.rescore.RescoreQueue;
import io.agencyos.application.scoring.rescore.RescoreRequests;
import io.agencyos.application.scoring.weight.WeightSets;

/** The stores of this context, handed to its use cases together. */
public record ScoringPorts(
        LeadScores scores,
        WeightSets weights,
        RescoreQueue queue,
        RescoreRequests requests,
        ScoringChoices choices,
        Backtests backtests,
        FrozenScores frozen,
        BuyerSignals buyers,
        FactWarnings warnings) {

    /** Where nobody listens to facts that cannot be. */
    public ScoringPorts(
            LeadScores scores,
            WeightSets weights,
            RescoreQueue queue,
            RescoreRequests requests,
            ScoringChoices choices,
            Backtests backtests,
            FrozenScores frozen,
            BuyerSignals buyers) {
        this(scores, weights, queue, requests, choices, backtests, frozen, buyers, FactWarnings.NONE);
    }

    /** The same where somebody does. */
    public ScoringPorts heardBy(FactWarnings listener) {
        return new ScoringPorts(scores, weights, queue, requests, choices, backtests, frozen, buyers, listener);
    }
}
