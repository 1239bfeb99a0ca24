package io.agencyos.adapters.out.memory.resource;

import io.agencyos.adapters.out.memory.client.MemoryClients;
import io.agencyos.adapters.out.memory.client.MemoryCredits;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.adapters.out.memory.outreach.MemoryQuotas;
import io.agencyos.adapters.out.memory.platform.MemoryAlerts;
import io.agencyos.adapters.out.memory.platform.MemoryAudit;
import io.agencyos.adapters.out.memory.platform.MemoryEvents;
import io.agencyos.application.resource.lending.LendingWorld;
import io.agencyos.application.resource.lending.NumberStoriesContract;
import io.agencyos.application.testing.Leadbook;
import java.util.UUID;

class MemoryNumbersTest extends NumberStoriesContract {

    @Override
    protected LendingWorld world() {
        MemoryUnitOfWork units = new MemoryUnitOfWork();
        MemoryClients clients = new MemoryClients(units);
        MemoryMailboxes mailboxes = new MemoryMailboxes(units);
        MemoryLentResources resources = new MemoryLentResources(units, mailboxes, clients);
        return new LendingWorld(
                units,
                resources,
                resources,
                mailboxes,
                new MemoryUsedToday(new MemoryQuotas(units)),
                clients,
                new MemoryCredits(units, UUID::randomUUID, () -> Leadbook.MONDAY, clients),
                new MemoryAlerts(units),
                new MemoryEvents(units),
                new MemoryAudit(units));
    }
}
