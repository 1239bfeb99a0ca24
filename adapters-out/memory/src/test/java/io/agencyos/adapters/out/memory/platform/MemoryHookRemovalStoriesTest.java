package io.agencyos.adapters.out.memory.platform;

import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.platform.HookRemovalStories;
import io.agencyos.application.platform.Tasks.NewTask;
import io.agencyos.application.platform.vendor.VendorPorts;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import java.util.List;

class MemoryHookRemovalStoriesTest extends HookRemovalStories {

    private final MemoryUnitOfWork units = new MemoryUnitOfWork();
    private final MemoryTasks tasks = new MemoryTasks(units);
    private final VendorPorts ports = new VendorPorts(
            new MemoryVendorAccounts(units),
            new MemoryVendorHooks(units),
            new MemoryHookRemovals(units),
            new MemoryVendorObjects(),
            tasks,
            new MemoryAudit(units));

    @Override
    protected UnitOfWork units() {
        return units;
    }

    @Override
    protected VendorPorts ports() {
        return ports;
    }

    @Override
    protected List<String> tasks() {
        return units.inTenant(TenantScope.worker(client), () -> tasks.open(client)).stream()
                .map(NewTask::title)
                .toList();
    }
}
