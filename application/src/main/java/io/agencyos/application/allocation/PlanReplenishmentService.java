package io.agencyos.application.allocation;

import io.agencyos.application.allocation.store.AllocationPorts;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.allocation.Replenishment;
import io.agencyos.domain.allocation.SourcingTier;
import io.agencyos.domain.campaign.CampaignTarget;
import io.agencyos.domain.client.ClientSettings;
import io.agencyos.domain.client.IcpStatus;
import io.agencyos.domain.client.ReplenishmentMode;
import io.agencyos.domain.client.billing.Subscription;
import io.agencyos.domain.shared.id.ClientId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the facts in one unit of work. */
final class PlanReplenishmentService implements PlanReplenishment {

    private final AllocationPorts ports;
    private final AllocationWorld world;
    private final UnitOfWork units;

    PlanReplenishmentService(AllocationPorts ports, AllocationWorld world, UnitOfWork units) {
        this.ports = ports;
        this.world = world;
        this.units = units;
    }

    @Override
    public Optional<Planned> plan(TenantScope scope, @Nullable ReplenishmentMode mode) {
        // claims are the pool's own rows, which the product reads for the member
        return units.inTenant(
                scope.asWorker(),
                () -> world.clients()
                        .subscription(scope.clientId())
                        .map(subscription -> planned(scope.clientId(), subscription, mode)));
    }

    private Planned planned(ClientId client, Subscription subscription, @Nullable ReplenishmentMode asked) {
        ClientSettings settings = world.clients().settings(client);
        ReplenishmentMode mode = asked == null ? settings.replenishmentMode() : asked;
        Replenishment.Plan plan = Replenishment.plan(new Replenishment.Facts(
                subscription.plan().terms().leadsPerMonth(),
                world.credits().balance(client),
                ports.holdings().stages(client),
                mode,
                settings.autoReplenish(),
                TopUpCampaignsService.activeShares(world, client),
                settings.minPipelineAlert()));
        List<SourcingTier> waterfall = world.clients()
                .icp(client)
                .filter(icp -> icp.status() == IcpStatus.CONFIRMED)
                .map(icp -> world.waterfall(client, SourcingPlanService.wish(icp, CampaignTarget.INHERITED)))
                .orElse(List.of());
        return new Planned(mode, plan, waterfall);
    }
}
