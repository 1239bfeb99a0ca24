package io.agencyos.adapters.out.memory.lead;

import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.adapters.out.memory.platform.MemoryAudit;
import io.agencyos.application.lead.store.PlatformSuppressions;
import io.agencyos.application.lead.store.Suppressions;
import io.agencyos.application.outreach.suppression.PlatformSuppressionsContract;
import io.agencyos.application.platform.Audit;
import io.agencyos.application.shared.UnitOfWork;

class MemoryPlatformSuppressionsTest extends PlatformSuppressionsContract {

    private final MemoryUnitOfWork units = new MemoryUnitOfWork();
    private final MemorySuppressions suppressions = new MemorySuppressions(units);
    private final MemoryAudit audit = new MemoryAudit(units);

    @Override
    protected UnitOfWork units() {
        return units;
    }

    @Override
    protected PlatformSuppressions list() {
        return suppressions;
    }

    @Override
    protected Suppressions suppressions() {
        return suppressions;
    }

    @Override
    protected Audit audit() {
        return audit;
    }
}
