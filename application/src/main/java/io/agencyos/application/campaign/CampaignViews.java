package io.agencyos.application.campaign;

import io.agencyos.application.campaign.store.CampaignPorts;
import io.agencyos.application.campaign.store.CampaignTotals;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.campaign.Campaign;
import io.agencyos.domain.campaign.CampaignStatus;
import io.agencyos.domain.campaign.enrolment.EnrolmentState;
import io.agencyos.domain.campaign.sequence.Sequence;
import io.agencyos.domain.shared.id.CampaignId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The same few statements however many campaigns there are. */
final class CampaignViews {

    private final CampaignPorts ports;
    private final UnitOfWork units;
    private final ClockPort clock;

    CampaignViews(CampaignPorts ports, UnitOfWork units, ClockPort clock) {
        this.ports = ports;
        this.units = units;
        this.clock = clock;
    }

    List<CampaignView> list(TenantScope scope, @Nullable CampaignStatus status) {
        return units.inTenant(
                scope.asWorker(),
                () -> views(
                        scope,
                        null,
                        ports.campaigns().all(scope.clientId()).stream()
                                .filter(campaign -> status == null || campaign.status() == status)
                                .toList()));
    }

    Optional<CampaignView> one(TenantScope scope, CampaignId id) {
        return units.inTenant(
                scope.asWorker(),
                () -> views(
                                scope,
                                id,
                                ports.campaigns().find(scope.clientId(), id).stream()
                                        .toList())
                        .stream()
                        .findFirst());
    }

    private List<CampaignView> views(TenantScope scope, @Nullable CampaignId only, List<Campaign> campaigns) {
        if (campaigns.isEmpty()) {
            return List.of();
        }
        Map<CampaignId, Sequence> sequences = ports.campaigns().newestSequences(scope.clientId());
        Map<CampaignId, Map<EnrolmentState, Integer>> states =
                ports.enrolments().states(scope.clientId());
        Map<CampaignId, CampaignTotals.Totals> totals = ports.totals().of(scope.clientId(), only, clock.now());
        return campaigns.stream()
                .map(campaign -> new CampaignView(
                        campaign,
                        sequences.getOrDefault(campaign.id(), empty(campaign)),
                        states.getOrDefault(campaign.id(), Map.of()),
                        totals.getOrDefault(campaign.id(), CampaignTotals.Totals.NOTHING)))
                .toList();
    }

    private static Sequence empty(Campaign campaign) {
        return new Sequence(
                campaign.clientId(), campaign.id(), campaign.sequence().version(), List.of(), campaign.createdAt());
    }
}
