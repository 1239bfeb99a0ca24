package io.agencyos.adapters.out.memory.platform;

import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.platform.Audit;
import io.agencyos.application.platform.Incidents;
import io.agencyos.application.platform.IncidentsContract;
import io.agencyos.application.shared.UnitOfWork;

class MemoryIncidentsTest extends IncidentsContract {

    private final MemoryUnitOfWork units = new MemoryUnitOfWork();
    private final Incidents incidents = new MemoryIncidents(units);
    private final Audit audit = new MemoryAudit(units);

    @Override
    protected UnitOfWork units() {
        return units;
    }

    @Override
    protected Incidents incidents() {
        return incidents;
    }

    @Override
    protected Audit audit() {
        return audit;
    }
}
