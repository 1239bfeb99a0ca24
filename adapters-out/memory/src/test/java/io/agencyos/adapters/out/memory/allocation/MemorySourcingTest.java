package io.agencyos.adapters.out.memory.allocation;

import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.adapters.out.memory.lead.FakePeopleData;
import io.agencyos.adapters.out.memory.platform.MemoryAlerts;
import io.agencyos.application.allocation.AllocationScenario;
import io.agencyos.application.allocation.RecordVendor;
import io.agencyos.application.allocation.SourcingContract;
import io.agencyos.application.lead.source.PeopleSources;
import io.agencyos.application.platform.Alerts;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

class MemorySourcingTest extends SourcingContract {

    private static final ClientId SOMEBODY = new ClientId(UUID.randomUUID());

    private final FakePeopleData vendor = new FakePeopleData(1_000);
    private final AllocationScenario.Stores stores = MemoryAllocation.stores();
    private final Alerts alerts = new MemoryAlerts((MemoryUnitOfWork) stores.units());

    @Override
    protected AllocationScenario.Stores stores(AtomicReference<Instant> now) {
        return stores;
    }

    @Override
    protected Alerts alerts() {
        return alerts;
    }

    @Override
    protected RecordVendor records() {
        return new RecordVendor(
                new PeopleSources.Source("fake", vendor, vendor, vendor),
                vendor::add,
                () -> vendor.remaining(SOMEBODY).orElseThrow().left(),
                vendor::breakDown,
                vendor::spendAll);
    }
}
