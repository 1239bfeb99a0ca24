package io.agencyos.application.allocation.pacing;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.client.Subscription;
import io.agencyos.domain.client.billing.CreditAccount;
import io.agencyos.domain.content.budget.AiCost;
import io.agencyos.domain.resource.Pacing;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.PrimaryPort;
import org.jspecify.annotations.Nullable;

/** What a client has used of what its plan gives, in the period and on the day. Source: api 9.2. */
@PrimaryPort
public interface ShowUsage {

    /**
     * Of what the plan gives.
     *
     * @param pacing how the period paces now; null while nothing may begin
     * @param startBudget sequences that may begin today; null while the day has not been looked at
     * @param startedToday leads whose first touch was sent today
     * @param aiSpent what model calls of today have cost, those on their way at their estimate
     */
    record Usage(
            Subscription subscription,
            CreditAccount credits,
            int activeCampaigns,
            int seats,
            @Nullable Pacing pacing,
            @Nullable Integer startBudget,
            int startedToday,
            AiCost aiSpent) {}

    /** Empty for a client that is gone. Any member reads it; what an admin alone may see is for the caller to leave out. */
    Optional<Usage> of(TenantScope scope);
}
