package io.agencyos.application.campaign.lifecycle;

import io.agencyos.application.campaign.change.Trail;
import io.agencyos.application.campaign.store.CampaignPorts;
import io.agencyos.application.client.billing.PauseSurplusCampaigns;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.campaign.Campaign;
import io.agencyos.domain.campaign.CampaignPause;
import io.agencyos.domain.campaign.SurplusCampaigns;
import io.agencyos.domain.client.billing.Plan;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.platform.EventName;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The shares of those that go are left to those that stay, as if a person had paused them one by one. */
public final class PauseSurplusService implements PauseSurplusCampaigns {

    private static final String WHY = "The plan has fewer campaign slots.";

    private final CampaignPorts ports;
    private final Priorities priorities;
    private final Trail trail;
    private final ClockPort clock;

    public PauseSurplusService(CampaignPorts ports, Priorities priorities, Trail trail, ClockPort clock) {
        this.ports = ports;
        this.priorities = priorities;
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    public int pause(ClientId client, Plan.Slots slots) {
        TenantScope scope = TenantScope.worker(client);
        Instant now = clock.now();
        CampaignPause pause = new CampaignPause(now, CampaignPause.Origin.SYSTEM, WHY, null);
        List<Campaign> surplus =
                SurplusCampaigns.toPause(slots, ports.campaigns().all(client));
        for (Campaign going : surplus) {
            // read anew: the one before has left it a part of its share
            Campaign before =
                    ports.campaigns().findForUpdate(client, going.id()).orElseThrow();
            Campaign paused = ports.campaigns().update(before.paused(pause, now));
            priorities.leave(paused);
            trail.event(
                    EventName.CAMPAIGN_PAUSED,
                    scope,
                    paused.id().value(),
                    Map.of("from", before.status().wire()));
            trail.campaign(
                    scope,
                    AuditAction.CAMPAIGN_PAUSE,
                    paused,
                    Map.of("status", Trail.status(before, paused)),
                    Origin.NONE);
        }
        return surplus.size();
    }
}
