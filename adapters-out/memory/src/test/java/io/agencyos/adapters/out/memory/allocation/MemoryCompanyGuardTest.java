package io.agencyos.adapters.out.memory.allocation;

import io.agencyos.application.allocation.AllocationScenario;
import io.agencyos.application.allocation.CompanyGuardContract;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

class MemoryCompanyGuardTest extends CompanyGuardContract {

    @Override
    protected AllocationScenario.Stores stores(AtomicReference<Instant> now) {
        return MemoryAllocation.stores();
    }
}
