package io.agencyos.adapters.out.memory.example;

import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.adapters.out.memory.platform.MemoryAlerts;
import io.agencyos.application.client.AlertTellingsContract;
import io.agencyos.application.platform.AlertBook;
import io.agencyos.application.platform.AlertTellings;
import io.agencyos.application.platform.Alerts;
import io.agencyos.application.shared.UnitOfWork;

class MemoryAlertTellingsTest extends AlertTellingsContract {

    private final MemoryUnitOfWork units = new MemoryUnitOfWork();
    private final MemoryAlerts alerts = new MemoryAlerts(units);

    @Override
    protected UnitOfWork units() {
        return units;
    }

    @Override
    protected Alerts alerts() {
        return alerts;
    }

    @Override
    protected AlertBook book() {
        return alerts;
    }

    @Override
    protected AlertTellings tellings() {
        return alerts;
    }
}
