package io.agencyos.adapters.out.memory.platform;

import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.platform.vendor.PlatformAccounts;
import io.agencyos.application.platform.vendor.PlatformAccountsContract;
import io.agencyos.application.shared.UnitOfWork;

class MemoryPlatformAccountsTest extends PlatformAccountsContract {

    private final MemoryUnitOfWork units = new MemoryUnitOfWork();
    private final MemoryPlatformAccounts accounts = new MemoryPlatformAccounts(units);

    @Override
    protected PlatformAccounts accounts() {
        return accounts;
    }

    @Override
    protected UnitOfWork units() {
        return units;
    }
}
