package io.agencyos.adapters.out.memory.campaign;

import io.agencyos.application.campaign.EditingCampaignsContract;
import io.agencyos.application.campaign.store.CampaignPorts;
import io.agencyos.application.lead.store.Leads;
import io.agencyos.application.resource.MailboxRepository;
import io.agencyos.application.shared.UnitOfWork;

class MemoryEditingCampaignsTest extends EditingCampaignsContract {

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

    @Override
    protected Leads leads() {
        return world.stores.leads;
    }
}
