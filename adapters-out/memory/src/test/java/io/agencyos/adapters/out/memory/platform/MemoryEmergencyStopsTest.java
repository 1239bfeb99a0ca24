package io.agencyos.adapters.out.memory.platform;

import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.platform.Audit;
import io.agencyos.application.platform.EmergencyStops;
import io.agencyos.application.platform.EmergencyStopsContract;
import io.agencyos.application.shared.UnitOfWork;

class MemoryEmergencyStopsTest extends EmergencyStopsContract {

    private final MemoryUnitOfWork units = new MemoryUnitOfWork();
    private final EmergencyStops stops = new MemoryEmergencyStops(units);
    private final Audit audit = new MemoryAudit(units);

    @Override
    protected UnitOfWork units() {
        return units;
    }

    @Override
    protected EmergencyStops stops() {
        return stops;
    }

    @Override
    protected Audit audit() {
        return audit;
    }
}
