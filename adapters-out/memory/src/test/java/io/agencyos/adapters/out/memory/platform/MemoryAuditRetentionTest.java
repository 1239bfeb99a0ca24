package io.agencyos.adapters.out.memory.platform;

import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.platform.Audit;
import io.agencyos.application.platform.AuditRetentionContract;
import io.agencyos.application.shared.UnitOfWork;

class MemoryAuditRetentionTest extends AuditRetentionContract {

    private final MemoryUnitOfWork units = new MemoryUnitOfWork();
    private final MemoryAudit audit = new MemoryAudit(units);

    @Override
    protected Audit audit() {
        return audit;
    }

    @Override
    protected UnitOfWork units() {
        return units;
    }

    @Override
    protected void empty() {
        // every test has a log of its own
    }
}
