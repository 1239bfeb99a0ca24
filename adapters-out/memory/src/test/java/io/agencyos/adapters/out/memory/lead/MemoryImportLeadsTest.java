package io.agencyos.adapters.out.memory.lead;

import io.agencyos.adapters.out.memory.campaign.MemoryCampaigns;
import io.agencyos.adapters.out.memory.client.MemoryClients;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.adapters.out.memory.platform.MemoryEvents;
import io.agencyos.application.campaign.store.Campaigns;
import io.agencyos.application.client.Clients;
import io.agencyos.application.lead.intake.ImportFiles;
import io.agencyos.application.lead.intake.ImportLeadsContract;
import io.agencyos.application.lead.store.LeadPorts;
import io.agencyos.application.platform.Events;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.application.testing.Leadbook;
import java.util.UUID;

class MemoryImportLeadsTest extends ImportLeadsContract {

    private final MemoryUnitOfWork units = new MemoryUnitOfWork();
    private final LeadPorts ports = new LeadPorts(
            new MemoryLeads(units),
            new MemoryPoolPeople(units),
            new MemorySuppressions(units),
            new MemoryLeadImports(units));
    private final Clients clients = new MemoryClients(units);
    private final Campaigns campaigns = new MemoryCampaigns(units);
    private final ImportFiles files = new MemoryImportFiles(units);
    private final Events events = new MemoryEvents(units);

    @Override
    protected ImportFiles files() {
        return files;
    }

    @Override
    protected UnitOfWork units() {
        return units;
    }

    @Override
    protected LeadPorts ports() {
        return ports;
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
    protected Events events() {
        return events;
    }

    @Override
    protected ClockPort clock() {
        return () -> Leadbook.MONDAY;
    }

    @Override
    protected IdSource ids() {
        return UUID::randomUUID;
    }
}
