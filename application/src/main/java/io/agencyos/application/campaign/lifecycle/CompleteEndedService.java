package io.agencyos.application.campaign.lifecycle;

import io.agencyos.application.campaign.store.CampaignPorts;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.campaign.Campaign;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.List;

/** Each is completed as a person would, in units of its own: an interrupted night is taken up by the next one. */
public final class CompleteEndedService implements CompleteEndedCampaigns {

    private final CampaignPorts ports;
    private final CompleteCampaign complete;
    private final UnitOfWork units;
    private final ClockPort clock;

    public CompleteEndedService(CampaignPorts ports, CompleteCampaign complete, UnitOfWork units, ClockPort clock) {
        this.ports = ports;
        this.complete = complete;
        this.units = units;
        this.clock = clock;
    }

    @Override
    public List<CampaignId> complete(ClientId client) {
        Instant now = clock.now();
        TenantScope scope = TenantScope.worker(client);
        List<CampaignId> ended = units.inTenant(scope, () -> ports.campaigns().all(client)).stream()
                .filter(campaign -> campaign.isOver(now))
                .map(Campaign::id)
                .toList();
        return ended.stream()
                .filter(id -> complete.complete(scope, id, Origin.NONE) instanceof CampaignTransition.Done)
                .toList();
    }
}
