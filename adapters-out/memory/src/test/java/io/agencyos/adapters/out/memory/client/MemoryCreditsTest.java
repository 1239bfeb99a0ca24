package io.agencyos.adapters.out.memory.client;

import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.client.Clients;
import io.agencyos.application.client.Credits;
import io.agencyos.application.client.CreditsContract;
import io.agencyos.application.shared.UnitOfWork;
import java.time.Instant;
import java.util.UUID;

class MemoryCreditsTest extends CreditsContract {

    private final MemoryUnitOfWork units = new MemoryUnitOfWork();
    private final MemoryClients clients = new MemoryClients(units);
    private final Credits credits = new MemoryCredits(units, UUID::randomUUID, Instant::now, clients);

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
}
