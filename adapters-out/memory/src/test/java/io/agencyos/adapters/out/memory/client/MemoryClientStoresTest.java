package io.agencyos.adapters.out.memory.client;

import io.agencyos.adapters.out.memory.campaign.MemoryCampaigns;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.campaign.store.Campaigns;
import io.agencyos.application.client.ClientStoresContract;
import io.agencyos.application.client.Clients;
import io.agencyos.application.client.Credits;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.scoring.tier.CostFloors;
import java.util.UUID;

class MemoryClientStoresTest extends ClientStoresContract {

    private final MemoryUnitOfWork units = new MemoryUnitOfWork();
    private final MemoryClients clients = new MemoryClients(units);
    private final Campaigns campaigns = new MemoryCampaigns(units);
    private final Credits credits = new MemoryCredits(units, UUID::randomUUID);

    @Override
    protected UnitOfWork units() {
        return units;
    }

    @Override
    protected Clients clients() {
        return clients;
    }

    @Override
    protected Campaigns campaigns() {
        return campaigns;
    }

    @Override
    protected void platformFloors(CostFloors floors) {
        clients.costFloors(floors);
    }

    @Override
    protected Credits credits() {
        return credits;
    }
}
