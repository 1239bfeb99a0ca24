package io.agencyos.application.scoring;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.scoring.ScoreCause;
import io.agencyos.domain.scoring.tier.Tier;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.LeadId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jmolecules.architecture.hexagonal.PrimaryPort;
import org.jspecify.annotations.Nullable;

/**
 * Scores all leads of a client or of a campaign again, 500 at a time, each chunk in a unit of its own: what is done
 * stays done, and doing it twice writes nothing new. Leads in a sequence are left alone when only weights changed;
 * administrators and the product itself may. Source: scoring ALS-16..19.
 */
@PrimaryPort
public interface RescoreLeads {

    /** @param campaignId null for all leads of the client */
    record Request(@Nullable CampaignId campaignId, ScoreCause cause) {}

    /** What came of it. */
    sealed interface Outcome {

        record Rescored(Summary summary) implements Outcome {}

        record RoleRequired() implements Outcome {}

        /** The campaign is not the client's. */
        record CampaignNotFound() implements Outcome {}
    }

    /**
     * The whole run.
     *
     * @param skipped leads in a sequence that this cause does not move
     * @param tierDistribution all five tiers
     * @param averageScore one decimal, of those scored; null for none
     * @param successRate of those scored or failed, percent with one decimal; null for none
     */
    record Summary(
            int total,
            int scored,
            int skipped,
            Map<Tier, Integer> tierDistribution,
            @Nullable BigDecimal averageScore,
            @Nullable BigDecimal successRate,
            List<FailedLead> failedLeads) {}

    /** A lead that could not be scored; the others were. */
    record FailedLead(LeadId id, String error) {}

    Outcome rescore(TenantScope scope, Request request);
}
