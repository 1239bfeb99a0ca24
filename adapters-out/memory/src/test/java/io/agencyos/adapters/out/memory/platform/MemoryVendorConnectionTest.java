package io.agencyos.adapters.out.memory.platform;

import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.platform.vendor.VendorConnectionStories;
import io.agencyos.application.platform.vendor.VendorPorts;
import io.agencyos.application.shared.UnitOfWork;

class MemoryVendorConnectionTest extends VendorConnectionStories {

    private final MemoryUnitOfWork units = new MemoryUnitOfWork();
    private final VendorPorts ports = new VendorPorts(
            new MemoryVendorAccounts(units),
            new MemoryVendorHooks(units),
            new MemoryHookRemovals(units),
            new MemoryVendorObjects(),
            new MemoryTasks(units),
            new MemoryAudit(units));

    @Override
    protected UnitOfWork units() {
        return units;
    }

    @Override
    protected VendorPorts ports() {
        return ports;
    }
}
