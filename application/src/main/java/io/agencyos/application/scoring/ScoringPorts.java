package io.agencyos.application.scoring;

/** The stores of this context, handed to its use cases together. */
public record ScoringPorts(
        LeadScores scores,
        WeightSets weights,
        RescoreQueue queue,
        RescoreRequests requests,
        ScoringChoices choices,
        Backtests backtests,
        FrozenScores frozen,
        BuyerSignals buyers) {}
