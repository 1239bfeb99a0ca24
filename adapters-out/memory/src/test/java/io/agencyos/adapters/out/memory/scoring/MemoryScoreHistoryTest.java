package io.agencyos.adapters.out.memory.scoring;

import io.agencyos.adapters.out.memory.allocation.MemoryAllocation;
import io.agencyos.application.allocation.AllocationScenario;
import io.agencyos.application.scoring.ScoreHistoryContract;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

class MemoryScoreHistoryTest extends ScoreHistoryContract {

    @Override
    protected AllocationScenario.Stores stores(AtomicReference<Instant> now) {
        return MemoryAllocation.stores();
    }
}
