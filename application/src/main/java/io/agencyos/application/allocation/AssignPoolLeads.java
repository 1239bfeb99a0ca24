package io.agencyos.application.allocation;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.allocation.AssignmentRefusal;
import io.agencyos.domain.allocation.IcpFilter;
import io.agencyos.domain.scoring.tier.Tier;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.RunId;
import java.math.BigDecimal;
import java.util.Map;
import org.jmolecules.architecture.hexagonal.PrimaryPort;
import org.jspecify.annotations.Nullable;

/**
 * Gives a campaign leads from the pool: the best of those who fit its profile, each claimed for this client alone, paid
 * with a credit, scored and enrolled. Members may. The same request key again answers what was done the first time.
 * Source: scoring POOL-6 to POOL-8, flows 2.4.
 */
@PrimaryPort
public interface AssignPoolLeads {

    /**
     * What is wanted.
     *
     * @param count 1–1,000
     * @param requestKey the caller's own name for this request, 1–200 characters
     * @param dryRun look and count, change nothing
     */
    record Request(CampaignId campaignId, int count, String requestKey, boolean dryRun) {}

    /** What came of it. */
    sealed interface Outcome {

        /** Done as far as it could be; nobody found is a success with nobody assigned. */
        record Done(Report report) implements Outcome {}

        /** Nothing was tried: checks 1 to 7. */
        record Refused(AssignmentRefusal refusal) implements Outcome {}

        record RoleRequired() implements Outcome {}

        /** The key was used for another campaign or number before. */
        record KeyReused() implements Outcome {}
    }

    /**
     * The whole request.
     *
     * @param runId null for a dry run
     * @param assigned leads made; in a dry run, those that would be
     * @param enrolled of these, those started in the campaign's sequence
     * @param refused people looked at and not assigned, each by the first check that failed
     * @param meanScore of the assigned, one decimal; null for none
     * @param explored of the assigned, those taken regardless of rank
     * @param stopped what ended it early for the whole request, such as {@code no_credits} or {@code client_paused};
     *     null when nothing did
     * @param widen the dimension of the profile that most people failed on, when too few were found
     */
    record Report(
            @Nullable RunId runId,
            int requested,
            int assigned,
            int enrolled,
            int shortfall,
            Map<AssignmentRefusal, Integer> refused,
            Map<Tier, Integer> tierDistribution,
            @Nullable BigDecimal meanScore,
            int explored,
            boolean dryRun,
            @Nullable AssignmentRefusal stopped,
            IcpFilter.@Nullable Dimension widen) {}

    Outcome assign(TenantScope scope, Request request);
}
