package io.agencyos.domain.lead;

import io.agencyos.domain.scoring.tier.Tier;
import io.agencyos.domain.shared.id.LeadScoreId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The score in force of a lead; the row with its explanation is {@code lead_score}. Source: data model 5.6.
 *
 * @param score 0–100
 * @param byGate the tier was forced by a gate, whatever the points
 * @param nextRescoreAt when time alone makes another score of it (scoring ALS-16); null for never
 */
public record ScoreSummary(
        LeadScoreId id,
        int score,
        Tier tier,
        boolean byGate,
        List<String> gates,
        Instant scoredAt,
        @Nullable Instant nextRescoreAt) {

    public ScoreSummary {
        gates = List.copyOf(gates);
    }
}
