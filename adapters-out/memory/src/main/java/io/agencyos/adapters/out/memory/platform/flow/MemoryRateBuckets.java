package io.agencyos.adapters.out.memory.platform.flow;

import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.platform.flow.store.RateBuckets;
import io.agencyos.domain.platform.flow.RateBucket;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Buckets in memory, where units of work follow one another. */
public final class MemoryRateBuckets implements RateBuckets {

    private final MemoryTable<String, RateBucket> buckets;

    public MemoryRateBuckets(MemoryUnitOfWork units) {
        buckets = MemoryTable.ofPlatform("rate_bucket", units, RateBucket::vendor);
    }

    @Override
    public Optional<RateBucket> lock(String vendor) {
        return buckets.find(vendor);
    }

    @Override
    public void save(RateBucket bucket) {
        buckets.put(bucket);
    }

    @Override
    public List<RateBucket> all() {
        return buckets.rows().sorted(Comparator.comparing(RateBucket::vendor)).toList();
    }
}
