package io.agencyos.adapters.out.memory.platform;

import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.platform.Audit;
import io.agencyos.application.platform.Defects;
import io.agencyos.application.platform.DefectsContract;
import io.agencyos.application.shared.UnitOfWork;

class MemoryDefectsTest extends DefectsContract {

    private final MemoryUnitOfWork units = new MemoryUnitOfWork();
    private final Defects defects = new MemoryDefects(units);

    @Override
    protected UnitOfWork units() {
        return units;
    }

    @Override
    protected Defects defects() {
        return defects;
    }

    @Override
    protected Audit audit() {
        return new MemoryAudit(units);
    }
}
