package io.agencyos.application.conversation;

import io.agencyos.application.campaign.lifecycle.CampaignTransition;
import io.agencyos.application.campaign.lifecycle.PauseCampaign;
import io.agencyos.application.conversation.store.ComplaintCounts;
import io.agencyos.application.conversation.store.ComplaintCounts.Counts;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.conversation.ComplaintGuard;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Counts in one unit, pauses in those of the pause, so that no lock of a lead is held meanwhile. */
final class GuardCampaignsService implements GuardCampaigns {

    private static final Duration WEEK = Duration.ofDays(7);
    private static final String REASON = "complaints";

    private final ComplaintCounts complaints;
    private final PauseCampaign pause;
    private final UnitOfWork units;
    private final ClockPort clock;

    GuardCampaignsService(ComplaintCounts complaints, PauseCampaign pause, UnitOfWork units, ClockPort clock) {
        this.complaints = complaints;
        this.pause = pause;
        this.units = units;
        this.clock = clock;
    }

    @Override
    public List<CampaignId> guard(ClientId client) {
        TenantScope scope = TenantScope.worker(client);
        Map<CampaignId, Counts> counts =
                units.inTenant(scope, () -> complaints.of(client, clock.now().minus(WEEK)));
        List<CampaignId> paused = new ArrayList<>();
        counts.forEach((campaign, count) -> {
            if (ComplaintGuard.pauses(count.recent(), count.complaints(), count.sent())
                    && pause.pause(scope, campaign, REASON, Origin.NONE) instanceof CampaignTransition.Done) {
                paused.add(campaign);
            }
        });
        return List.copyOf(paused);
    }
}
