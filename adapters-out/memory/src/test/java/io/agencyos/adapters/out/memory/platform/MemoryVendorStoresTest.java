package io.agencyos.adapters.out.memory.platform;

import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.platform.vendor.VendorAccounts;
import io.agencyos.application.platform.vendor.VendorHooks;
import io.agencyos.application.platform.vendor.VendorStoresContract;
import io.agencyos.application.shared.UnitOfWork;

class MemoryVendorStoresTest extends VendorStoresContract {

    private final MemoryUnitOfWork units = new MemoryUnitOfWork();
    private final MemoryVendorAccounts accounts = new MemoryVendorAccounts(units);
    private final MemoryVendorHooks hooks = new MemoryVendorHooks(units);

    @Override
    protected UnitOfWork units() {
        return units;
    }

    @Override
    protected VendorAccounts accounts() {
        return accounts;
    }

    @Override
    protected VendorHooks hooks() {
        return hooks;
    }
}
