package io.agencyos.application.allocation;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.allocation.Replenishment;
import io.agencyos.domain.allocation.SourcingTier;
import io.agencyos.domain.client.ReplenishmentMode;
import java.util.List;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.PrimaryPort;
import org.jspecify.annotations.Nullable;

/**
 * What a client's pipeline lacks, how it spreads over the active campaigns, and in which tiers the rest would be bought;
 * writes nothing. Every member may look. Source: scoring POOL-12, flows 2.16.
 */
@PrimaryPort
public interface PlanReplenishment {

    /**
     * The plan with its waterfall.
     *
     * @param mode by which it was planned
     * @param waterfall empty while the profile is not confirmed
     */
    record Planned(ReplenishmentMode mode, Replenishment.Plan plan, List<SourcingTier> waterfall) {

        public Planned {
            waterfall = List.copyOf(waterfall);
        }
    }

    /**
     * Empty for a client without a subscription.
     *
     * @param mode null for the client's own
     */
    Optional<Planned> plan(TenantScope scope, @Nullable ReplenishmentMode mode);
}
