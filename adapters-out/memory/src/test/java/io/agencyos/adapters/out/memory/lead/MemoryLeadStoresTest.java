package io.agencyos.adapters.out.memory.lead;

import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.adapters.out.memory.platform.MemoryEvents;
import io.agencyos.application.lead.LeadStoresContract;
import io.agencyos.application.lead.store.Activities;
import io.agencyos.application.lead.store.LeadPorts;
import io.agencyos.application.platform.Events;
import io.agencyos.application.shared.UnitOfWork;

class MemoryLeadStoresTest extends LeadStoresContract {

    private final MemoryUnitOfWork units = new MemoryUnitOfWork();
    private final LeadPorts ports = new LeadPorts(
            new MemoryLeads(units),
            new MemoryPoolPeople(units),
            new MemorySuppressions(units),
            new MemoryLeadImports(units));
    private final Activities activities = new MemoryActivities(units);
    private final Events events = new MemoryEvents(units);

    @Override
    protected UnitOfWork units() {
        return units;
    }

    @Override
    protected LeadPorts ports() {
        return ports;
    }

    @Override
    protected Activities activities() {
        return activities;
    }

    @Override
    protected Events events() {
        return events;
    }
}
