package io.agencyos.adapters.out.memory.campaign;

import io.agencyos.adapters.out.memory.outreach.MemoryOutreach;
import io.agencyos.application.campaign.lifecycle.EnrolmentStoresContract;
import io.agencyos.application.campaign.store.Campaigns;
import io.agencyos.application.client.Clients;
import io.agencyos.application.client.Credits;
import io.agencyos.application.lead.store.Leads;
import io.agencyos.application.outreach.store.OutreachStores;
import io.agencyos.application.shared.UnitOfWork;

class MemoryEnrolmentStoresTest extends EnrolmentStoresContract {

    private final MemoryOutreach memory = new MemoryOutreach();

    @Override
    protected UnitOfWork units() {
        return memory.units;
    }

    @Override
    protected Clients clients() {
        return memory.clients;
    }

    @Override
    protected Credits credits() {
        return memory.credits;
    }

    @Override
    protected Campaigns campaigns() {
        return memory.campaigns;
    }

    @Override
    protected Leads leads() {
        return memory.leads;
    }

    @Override
    protected OutreachStores stores() {
        return memory.stores;
    }
}
