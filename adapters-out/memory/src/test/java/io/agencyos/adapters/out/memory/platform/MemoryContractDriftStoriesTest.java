package io.agencyos.adapters.out.memory.platform;

import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.platform.Alerts;
import io.agencyos.application.platform.vendor.ContractDriftStories;
import io.agencyos.application.platform.vendor.ContractDrifts;
import io.agencyos.application.shared.UnitOfWork;

class MemoryContractDriftStoriesTest extends ContractDriftStories {

    private final MemoryUnitOfWork units = new MemoryUnitOfWork();
    private final MemoryContractDrifts drifts = new MemoryContractDrifts(units);
    private final MemoryAlerts alerts = new MemoryAlerts(units);

    @Override
    protected UnitOfWork units() {
        return units;
    }

    @Override
    protected ContractDrifts drifts() {
        return drifts;
    }

    @Override
    protected Alerts alerts() {
        return alerts;
    }
}
