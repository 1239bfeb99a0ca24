package io.agencyos.adapters.out.memory.client;

import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.adapters.out.memory.lead.MemoryLeads;
import io.agencyos.adapters.out.memory.lead.MemoryPoolPeople;
import io.agencyos.application.client.ClientRemoval;
import io.agencyos.application.client.ClientRemovalContract;
import io.agencyos.application.client.Clients;
import io.agencyos.application.client.Credits;
import io.agencyos.application.lead.store.Leads;
import io.agencyos.application.shared.UnitOfWork;
import java.util.UUID;

class MemoryClientRemovalTest extends ClientRemovalContract {

    private final MemoryUnitOfWork units = new MemoryUnitOfWork();
    private final MemoryClients clients = new MemoryClients(units);
    private final MemoryCredits credits = new MemoryCredits(units, UUID::randomUUID);
    private final MemoryLeads leads = new MemoryLeads(units);
    private final ClientRemoval removal = new MemoryClientRemoval(units, clients, leads, new MemoryPoolPeople(units));

    @Override
    protected ClientRemoval removal() {
        return removal;
    }

    @Override
    protected UnitOfWork units() {
        return units;
    }

    @Override
    protected Clients clients() {
        return clients;
    }

    @Override
    protected Credits credits() {
        return credits;
    }

    @Override
    protected Leads leads() {
        return leads;
    }
}
