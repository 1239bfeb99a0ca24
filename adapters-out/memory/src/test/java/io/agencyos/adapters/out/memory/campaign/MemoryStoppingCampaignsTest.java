package io.agencyos.adapters.out.memory.campaign;

import io.agencyos.application.campaign.StoppingCampaignsContract;
import io.agencyos.application.campaign.store.CampaignPorts;
import io.agencyos.application.resource.MailboxRepository;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.client.identity.Role;

class MemoryStoppingCampaignsTest extends StoppingCampaignsContract {

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
    protected TenantScope person(Role role) {
        return as(role);
    }
}
