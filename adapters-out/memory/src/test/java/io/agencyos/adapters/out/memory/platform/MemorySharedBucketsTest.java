package io.agencyos.adapters.out.memory.platform;

import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.platform.SharedBuckets;
import io.agencyos.application.platform.SharedBucketsContract;
import io.agencyos.application.shared.UnitOfWork;

class MemorySharedBucketsTest extends SharedBucketsContract {

    private final MemoryUnitOfWork units = new MemoryUnitOfWork();
    private final SharedBuckets buckets = new MemorySharedBuckets(units);

    @Override
    protected SharedBuckets buckets() {
        return buckets;
    }

    @Override
    protected UnitOfWork units() {
        return units;
    }
}
