package io.agencyos.application.allocation;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.allocation.AssignmentRefusal;
import io.agencyos.domain.allocation.NotFree;
import io.agencyos.domain.scoring.tier.Tier;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.RunId;
import java.math.BigDecimal;
import java.util.Map;
import org.jmolecules.architecture.hexagonal.PrimaryPort;
import org.jspecify.annotations.Nullable;

/**
 * Puts leads that the client has already, such as imported ones, into a campaign: the best scores first, those that no
 * campaign uses yet. They are enrolled when the campaign runs. No credit is taken: the client brought or paid them
 * before. Members may. The same request key again answers what was done the first time. Source: scoring POOL-8.5, PLAN-4.
 */
@PrimaryPort
public interface AssignLeads {

    /** The most leads of one request. */
    int MOST = 10_000;

    /**
     * What is wanted.
     *
     * @param count 1–{@value #MOST}
     * @param minimumTier the lowest tier that is taken; null takes whatever is not dead, leads without a score too
     * @param requestKey the caller's own name for this request, 1–200 characters
     */
    record Request(
            CampaignId campaignId, int count, @Nullable Tier minimumTier, String requestKey) {}

    /** What came of it. */
    sealed interface Outcome {

        /** Done as far as it could be; no lead found is a success with none assigned. */
        record Done(Report report) implements Outcome {}

        /** Nothing was tried: one of the checks of the request. A campaign may be a draft or paused, but not over. */
        record Refused(AssignmentRefusal refusal) implements Outcome {}

        record RoleRequired() implements Outcome {}

        /** The key was used for another campaign or number before. */
        record KeyReused() implements Outcome {}
    }

    /**
     * The whole request.
     *
     * @param assigned leads that belong to the campaign now
     * @param enrolled of these, those started in its sequence; none unless the campaign is active
     * @param refused leads looked at and left alone, each by the first check that failed
     * @param notFree leads that were not looked at because they are not free, as they stand when it is told; empty where
     *     nothing is short
     * @param tierDistribution of the assigned
     * @param meanScore of the assigned, one decimal; null for none
     */
    record Report(
            RunId runId,
            int requested,
            int assigned,
            int enrolled,
            int shortfall,
            Map<AssignmentRefusal, Integer> refused,
            Map<NotFree, Integer> notFree,
            Map<Tier, Integer> tierDistribution,
            @Nullable BigDecimal meanScore,
            @Nullable AssignmentRefusal stopped) {}

    Outcome assign(TenantScope scope, Request request);
}
