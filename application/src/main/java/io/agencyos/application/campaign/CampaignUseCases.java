package io.agencyos.application.campaign;

import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.UnitOfWork;

/** The use cases of this context, wired by hand; bootstrap and tests hand in the ports. */
public final class CampaignUseCases {

    private final CreateCampaign createCampaign;
    private final ActivateCampaign activateCampaign;

    public CampaignUseCases(CampaignPorts ports, UnitOfWork units, ClockPort clock, IdSource ids) {
        Trail trail = new Trail(ports, clock, ids);
        Priorities priorities = new Priorities(ports.campaigns());
        Activation activation = new Activation(ports, priorities, trail);
        createCampaign = new CreateCampaignService(ports, trail, units, clock, ids);
        activateCampaign = new ActivateCampaignService(ports, activation, units, clock);
    }

    public CreateCampaign createCampaign() {
        return createCampaign;
    }

    public ActivateCampaign activateCampaign() {
        return activateCampaign;
    }
}
