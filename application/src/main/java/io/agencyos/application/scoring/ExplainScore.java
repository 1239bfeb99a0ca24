package io.agencyos.application.scoring;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.scoring.AlsResult;
import io.agencyos.domain.scoring.Gate;
import io.agencyos.domain.scoring.ScoreCause;
import io.agencyos.domain.scoring.tier.Tier;
import io.agencyos.domain.scoring.tier.TierSource;
import io.agencyos.domain.scoring.tier.Treatment;
import io.agencyos.domain.scoring.weight.Component;
import io.agencyos.domain.scoring.weight.Facet;
import io.agencyos.domain.scoring.weight.Signal;
import io.agencyos.domain.scoring.weight.WeightsSource;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.LeadScoreId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jmolecules.architecture.hexagonal.PrimaryPort;
import org.jspecify.annotations.Nullable;

/** Shows why a lead's score is what it is; any member of the client may. Source: scoring ALS-14, api 9.6. */
@PrimaryPort
public interface ExplainScore {

    /** What came of it. */
    sealed interface Outcome {

        record Explained(Explanation explanation) implements Outcome {}

        /** {@code lead_not_found}: there is no such lead of this client, or it is deleted. */
        record LeadNotFound() implements Outcome {}

        /** The lead is there but nobody scored it yet. */
        record NotScored() implements Outcome {}
    }

    /**
     * A score in force with its reasons.
     *
     * @param score 0–100; the {@code points} of the rows add up to it exactly
     * @param facets under the names that people see, in their order; they add up to the score before clamp and floor
     * @param missing at most three facts that somebody could supply, those worth most first
     * @param missingSignals names of all facts that it had to do without (ALS-15)
     * @param confidence share of the signals that were known, 0 to 1 (B4); null for scores of before facts were kept
     * @param treatment what the tier is worth to this lead just now (TIER-1, B8)
     * @param history the scores before this one, the newest first, at most ten
     */
    record Explanation(
            LeadScoreId scoreId,
            LeadId leadId,
            int score,
            Tier tier,
            TierSource tierSource,
            List<Gate> gates,
            AlsResult.Components components,
            Boosts boosts,
            List<FacetLine> facets,
            List<Row> rows,
            List<Missing> missing,
            List<String> missingSignals,
            WeightsSource weightsSource,
            int weightsVersion,
            String modelVersion,
            ScoreCause cause,
            Instant scoredAt,
            @Nullable BigDecimal confidence,
            Treatment treatment,
            List<Earlier> history) {}

    /** Points beside the components. */
    record Boosts(int buyer, @Nullable String buyerReason, int linkedIn, int tech, List<String> signals) {}

    /** One facet's points as shown, two decimals. */
    record FacetLine(Facet facet, boolean supporting, BigDecimal points) {}

    /** One signal: the fact as read, its weighted points and the most it could give, two decimals each. */
    record Row(
            Signal signal,
            Facet facet,
            @Nullable Component component,
            String fact,
            BigDecimal points,
            BigDecimal max) {}

    /** A fact that is absent or unverified, and what it could still add, rounded down to two decimals. */
    record Missing(Signal signal, BigDecimal points) {}

    /** A score that was in force before. */
    record Earlier(int score, Tier tier, ScoreCause cause, Instant scoredAt) {}

    Outcome explain(TenantScope scope, LeadId lead);
}
