package io.agencyos.adapters.out.memory.platform;

import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.platform.IdempotentRequests;
import io.agencyos.application.platform.IdempotentRequestsContract;
import io.agencyos.application.shared.UnitOfWork;

class MemoryIdempotentRequestsTest extends IdempotentRequestsContract {

    private final MemoryUnitOfWork units = new MemoryUnitOfWork();
    private final MemoryIdempotentRequests requests = new MemoryIdempotentRequests(units);

    @Override
    protected UnitOfWork units() {
        return units;
    }

    @Override
    protected IdempotentRequests requests() {
        return requests;
    }
}
