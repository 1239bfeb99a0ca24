package io.agencyos.adapters.out.postgres.allocation;

import io.agencyos.adapters.out.postgres.lead.PostgresLeadQueries;
import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import io.agencyos.application.allocation.AllocationScenario;
import io.agencyos.application.allocation.SingleLeadContract;
import io.agencyos.application.lead.store.LeadQueries;
import java.sql.SQLException;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresSingleLeadTest extends SingleLeadContract {

    @RegisterExtension
    static final FreshDatabase database = new FreshDatabase();

    @Override
    protected AllocationScenario.Stores stores(AtomicReference<Instant> now) throws SQLException {
        database.clear();
        return PostgresAllocation.stores(database.unitOfWork(), now);
    }

    @Override
    protected LeadQueries leadQueries() {
        return new PostgresLeadQueries();
    }
}
