package io.agencyos.adapters.out.memory.example;

import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.adapters.out.memory.platform.MemoryAlerts;
import io.agencyos.application.platform.Alerts;
import io.agencyos.application.platform.AlertsContract;
import io.agencyos.application.shared.UnitOfWork;

class MemoryAlertsTest extends AlertsContract {

    private final MemoryUnitOfWork units = new MemoryUnitOfWork();
    private final Alerts alerts = new MemoryAlerts(units);

    @Override
    protected UnitOfWork units() {
        return units;
    }

    @Override
    protected Alerts alerts() {
        return alerts;
    }
}
