package io.agencyos.adapters.out.memory.scoring;

import io.agencyos.adapters.out.memory.allocation.MemoryAllocation;
import io.agencyos.application.allocation.AllocationScenario;
import io.agencyos.application.scoring.ScoreStoriesContract;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

class MemoryScoreStoriesTest extends ScoreStoriesContract {

    @Override
    protected AllocationScenario.Stores stores(AtomicReference<Instant> now) {
        return MemoryAllocation.stores();
    }
}
