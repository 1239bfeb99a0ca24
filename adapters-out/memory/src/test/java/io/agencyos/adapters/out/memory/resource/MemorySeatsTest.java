package io.agencyos.adapters.out.memory.resource;

import io.agencyos.adapters.out.memory.client.MemoryClients;
import io.agencyos.adapters.out.memory.client.MemoryCredits;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.adapters.out.memory.lead.MemoryLeads;
import io.agencyos.adapters.out.memory.outreach.MemoryQuotas;
import io.agencyos.adapters.out.memory.platform.MemoryAlerts;
import io.agencyos.adapters.out.memory.platform.MemoryAudit;
import io.agencyos.adapters.out.memory.platform.MemoryEvents;
import io.agencyos.application.resource.seat.SeatStoriesContract;
import io.agencyos.application.resource.seat.SeatWorld;
import io.agencyos.application.testing.Leadbook;
import java.util.UUID;

class MemorySeatsTest extends SeatStoriesContract {

    @Override
    protected SeatWorld world() {
        MemoryUnitOfWork units = new MemoryUnitOfWork();
        MemoryClients clients = new MemoryClients(units);
        MemoryQuotas quotas = new MemoryQuotas(units);
        return new SeatWorld(
                units,
                new MemorySeats(units),
                new MemorySeatConnections(units),
                new MemorySeatUsage(quotas),
                quotas,
                clients,
                new MemoryCredits(units, UUID::randomUUID, () -> Leadbook.MONDAY, clients),
                new MemoryLeads(units),
                new MemoryAlerts(units),
                new MemoryEvents(units),
                new MemoryAudit(units));
    }
}
