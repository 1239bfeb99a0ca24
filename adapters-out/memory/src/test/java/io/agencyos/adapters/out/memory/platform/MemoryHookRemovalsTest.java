package io.agencyos.adapters.out.memory.platform;

import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.platform.vendor.HookRemovals;
import io.agencyos.application.platform.vendor.HookRemovalsContract;
import io.agencyos.application.shared.UnitOfWork;

class MemoryHookRemovalsTest extends HookRemovalsContract {

    private final MemoryUnitOfWork units = new MemoryUnitOfWork();
    private final HookRemovals removals = new MemoryHookRemovals(units);

    @Override
    protected UnitOfWork units() {
        return units;
    }

    @Override
    protected HookRemovals removals() {
        return removals;
    }
}
