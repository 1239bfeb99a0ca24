package io.agencyos.adapters.out.memory.platform;

import io.agencyos.adapters.out.memory.client.MemoryClients;
import io.agencyos.adapters.out.memory.client.MemoryCredits;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.client.Clients;
import io.agencyos.application.client.Credits;
import io.agencyos.application.platform.usage.VendorUsage;
import io.agencyos.application.platform.usage.VendorUsageContract;
import io.agencyos.application.shared.UnitOfWork;
import java.util.UUID;

class MemoryVendorUsageTest extends VendorUsageContract {

    private final MemoryUnitOfWork units = new MemoryUnitOfWork();
    private final MemoryClients clients = new MemoryClients(units);
    private final Credits credits = new MemoryCredits(units, UUID::randomUUID);
    private final MemoryVendorUsage book = new MemoryVendorUsage(units, clients::isLive);

    @Override
    protected UnitOfWork units() {
        return units;
    }

    @Override
    protected Clients clients() {
        return clients;
    }

    @Override
    protected Credits credits() {
        return credits;
    }

    @Override
    protected VendorUsage book() {
        return book;
    }
}
