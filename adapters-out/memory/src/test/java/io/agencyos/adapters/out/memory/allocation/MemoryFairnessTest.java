package io.agencyos.adapters.out.memory.allocation;

import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.adapters.out.memory.lead.MemoryLeads;
import io.agencyos.adapters.out.memory.platform.MemoryAlerts;
import io.agencyos.application.allocation.AllocationScenario;
import io.agencyos.application.allocation.FairnessContract;
import io.agencyos.application.allocation.store.ReceivedLeads;
import io.agencyos.application.platform.Alerts;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

class MemoryFairnessTest extends FairnessContract {

    private final Map<AllocationScenario.Stores, MemoryAlerts> alerts = new ConcurrentHashMap<>();

    @Override
    protected AllocationScenario.Stores stores(AtomicReference<Instant> now) {
        return MemoryAllocation.stores();
    }

    @Override
    protected ReceivedLeads received(AllocationScenario.Stores stores) {
        return new MemoryReceivedLeads(
                stores.world().clients(),
                (MemoryLeads) stores.world().leads().leads(),
                stores.scoring().scores());
    }

    @Override
    protected Alerts alerts(AllocationScenario.Stores stores) {
        return alerts.computeIfAbsent(stores, on -> new MemoryAlerts((MemoryUnitOfWork) on.units()));
    }
}
