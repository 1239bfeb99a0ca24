package io.agencyos.adapters.out.memory.campaign;

import io.agencyos.application.campaign.StartingCampaignsContract;
import io.agencyos.application.campaign.store.CampaignPorts;
import io.agencyos.application.resource.MailboxRepository;
import io.agencyos.application.shared.UnitOfWork;

class MemoryStartingCampaignsTest extends StartingCampaignsContract {

    private final MemoryCampaignWorld world = new MemoryCampaignWorld();

    @Override
    protected UnitOfWork units() {
        return world.stores.units;
    }

    @Override
    protected CampaignPorts ports() {
        return world.ports;
    }

    @Override
    protected MailboxRepository mailboxes() {
        return world.mailboxes;
    }
}
