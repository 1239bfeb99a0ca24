package io.agencyos.adapters.out.postgres.scoring;

import io.agencyos.adapters.out.postgres.allocation.PostgresAllocation;
import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import io.agencyos.application.allocation.AllocationScenario;
import io.agencyos.application.scoring.ScoreStoriesContract;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresScoreStoriesTest extends ScoreStoriesContract {

    @RegisterExtension
    static final FreshDatabase database = new FreshDatabase();

    @Override
    protected AllocationScenario.Stores stores(AtomicReference<Instant> now) {
        return PostgresAllocation.stores(database.unitOfWork(), now);
    }
}
