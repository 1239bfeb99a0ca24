package io.agencyos.adapters.out.memory.conversion;

import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.conversion.learning.store.PlatformFindings;
import io.agencyos.application.conversion.learning.store.PlatformFindingsContract;
import io.agencyos.application.shared.UnitOfWork;

class MemoryPlatformFindingsTest extends PlatformFindingsContract {

    private final MemoryUnitOfWork units = new MemoryUnitOfWork();
    private final PlatformFindings findings = new MemoryPlatformFindings(units);

    @Override
    protected UnitOfWork units() {
        return units;
    }

    @Override
    protected PlatformFindings findings() {
        return findings;
    }
}
