package io.agencyos.application.allocation;

import io.agencyos.application.allocation.store.AllocationPorts;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.allocation.CampaignShares;
import io.agencyos.domain.allocation.Replenishment;
import io.agencyos.domain.allocation.TopUp;
import io.agencyos.domain.campaign.Campaign;
import io.agencyos.domain.campaign.CampaignStatus;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.billing.Plan;
import io.agencyos.domain.client.billing.Subscription;
import io.agencyos.domain.platform.DomainEvent;
import io.agencyos.domain.platform.EventName;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Asks every client what it lacks, then serves them together. */
final class TopUpCampaignsService implements TopUpCampaigns {

    /** The platform's day (vocabulary 21). */
    private static final ZoneId SYDNEY = ZoneId.of("Australia/Sydney");

    private final AllocationPorts ports;
    private final AllocationWorld world;
    private final AssignTogether together;
    private final UnitOfWork units;
    private final ClockPort clock;
    private final IdSource ids;

    TopUpCampaignsService(
            AllocationPorts ports,
            AllocationWorld world,
            AssignTogether together,
            UnitOfWork units,
            ClockPort clock,
            IdSource ids) {
        this.ports = ports;
        this.world = world;
        this.together = together;
        this.units = units;
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public List<AssignTogether.Served> topUp() {
        ZonedDateTime now = clock.now().atZone(SYDNEY);
        if (now.toLocalTime().isBefore(TopUp.AT)) {
            return List.of();
        }
        List<ClientId> clients = units.onPlatform(() -> world.clients().allLive()).stream()
                .filter(client -> !client.paused())
                .map(Client::id)
                .toList();
        List<AssignTogether.Wish> wishes = new ArrayList<>();
        for (ClientId client : clients) {
            units.inTenant(TenantScope.worker(client), () -> buffers(client)).stream()
                    .map(buffer -> new AssignTogether.Wish(
                            client,
                            buffer.campaign(),
                            buffer.size(),
                            buffer.unstarted(),
                            "top-up " + now.toLocalDate() + " "
                                    + buffer.campaign().text()))
                    .forEach(wishes::add);
        }
        List<AssignTogether.Served> served = together.assign(wishes);
        clients.forEach(client -> units.inTenant(TenantScope.worker(client), () -> tellIfLow(client)));
        return served;
    }

    /** Only who could do something about it: a client that pays and has a campaign that runs. */
    private void tellIfLow(ClientId client) {
        if (!isRunning(client) || activeShares(world, client).isEmpty()) {
            return;
        }
        int pipeline = Replenishment.pipeline(ports.holdings().stages(client));
        int alertBelow = world.clients().settings(client).minPipelineAlert();
        if (pipeline < alertBelow) {
            world.events()
                    .append(new DomainEvent(
                            ids.next(),
                            client,
                            EventName.QUOTA_WARNING,
                            client.value(),
                            clock.now(),
                            Map.of(
                                    "pipeline", Integer.toString(pipeline),
                                    "min_pipeline_alert", Integer.toString(alertBelow))));
        }
    }

    private boolean isRunning(ClientId client) {
        return world.clients()
                .subscription(client)
                .map(subscription -> subscription.status().isRunning())
                .orElse(false);
    }

    private List<TopUp.Buffer> buffers(ClientId client) {
        List<CampaignShares.Share> active = activeShares(world, client);
        if (!isRunning(client) || active.isEmpty()) {
            return List.of();
        }
        Plan plan = world.clients().subscription(client).map(Subscription::plan).orElse(Plan.IGNITION);
        Map<CampaignId, Integer> starts = CampaignShares.spread(plan.terms().startsPerDay(), active);
        Map<CampaignId, Integer> unstarted = ports.holdings().unstarted(client);
        return TopUp.due(active.stream()
                .map(share -> new TopUp.Buffer(
                        share.campaign(),
                        unstarted.getOrDefault(share.campaign(), 0),
                        starts.getOrDefault(share.campaign(), 0)))
                .toList());
    }

    /** The active campaigns with their shares; needs the tenant's unit of work. */
    static List<CampaignShares.Share> activeShares(AllocationWorld world, ClientId client) {
        return world.campaigns().all(client).stream()
                .filter(campaign -> campaign.status() == CampaignStatus.ACTIVE)
                .map(TopUpCampaignsService::share)
                .toList();
    }

    private static CampaignShares.Share share(Campaign campaign) {
        return new CampaignShares.Share(campaign.id(), campaign.priorityPct(), campaign.createdAt());
    }
}
