package io.agencyos.application.campaign;

import io.agencyos.application.campaign.store.CampaignPorts;
import io.agencyos.application.campaign.store.Conservation;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.shared.id.CampaignId;
import java.util.Optional;

/** Counted by the store, in one statement. */
final class ShowConservationService implements ShowConservation {

    private final CampaignPorts ports;
    private final UnitOfWork units;

    ShowConservationService(CampaignPorts ports, UnitOfWork units) {
        this.ports = ports;
        this.units = units;
    }

    @Override
    public Conservation ofAll(TenantScope scope) {
        return units.inTenant(scope.asWorker(), () -> ports.enrolments().conservation(scope.clientId(), null));
    }

    @Override
    public Optional<Conservation> of(TenantScope scope, CampaignId campaign) {
        return units.inTenant(
                scope.asWorker(),
                () -> ports.campaigns()
                        .find(scope.clientId(), campaign)
                        .map(found -> ports.enrolments().conservation(scope.clientId(), found.id())));
    }
}
