package io.agencyos.adapters.out.memory.platform;

import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.platform.EventFeed;
import io.agencyos.application.platform.EventFeedContract;
import io.agencyos.application.platform.Events;
import io.agencyos.application.shared.UnitOfWork;

class MemoryEventFeedTest extends EventFeedContract {

    private final MemoryUnitOfWork units = new MemoryUnitOfWork();
    private final MemoryEvents events = new MemoryEvents(units);

    @Override
    protected UnitOfWork units() {
        return units;
    }

    @Override
    protected Events events() {
        return events;
    }

    @Override
    protected EventFeed feed() {
        return events;
    }
}
