package io.agencyos.application.allocation.pacing;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.client.billing.CreditAccount;
import io.agencyos.domain.client.billing.Subscription;
import io.agencyos.domain.content.budget.AiCost;
import io.agencyos.domain.resource.Pacing;
import io.agencyos.domain.resource.StartBudget;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.PrimaryPort;
import org.jspecify.annotations.Nullable;

/** What a client has used of what its plan gives, in the period and on the day. Source: api 9.2. */
@PrimaryPort
public interface ShowUsage {

    /**
     * Of what the plan gives.
     *
     * @param starts null while the subscription lets nothing begin
     * @param aiPerDay what model calls may cost on a day
     * @param aiSpent what model calls of today have cost, those on their way at their estimate
     */
    record Usage(
            Subscription subscription,
            CreditAccount credits,
            int activeCampaigns,
            int seats,
            @Nullable Starts starts,
            AiCost aiPerDay,
            AiCost aiSpent) {}

    /**
     * Sequences that begin.
     *
     * @param pacing how the period paces now
     * @param budget of today, those that have begun today among it
     * @param today leads whose first touch was sent today
     */
    record Starts(Pacing pacing, StartBudget budget, int today) {}

    /** Empty for a client that is gone. Any member reads it; what an admin alone may see is for the caller to leave out. */
    Optional<Usage> of(TenantScope scope);
}
