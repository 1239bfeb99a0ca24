package io.agencyos.adapters.out.postgres.allocation;

import io.agencyos.adapters.out.memory.lead.FakePeopleData;
import io.agencyos.adapters.out.postgres.platform.PostgresAlerts;
import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import io.agencyos.application.allocation.AllocationScenario;
import io.agencyos.application.allocation.RecordVendor;
import io.agencyos.application.allocation.SourcingContract;
import io.agencyos.application.lead.source.PeopleSources;
import io.agencyos.application.platform.Alerts;
import io.agencyos.domain.shared.id.ClientId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresSourcingTest extends SourcingContract {

    private static final ClientId SOMEBODY = new ClientId(UUID.randomUUID());

    @RegisterExtension
    static final FreshDatabase database = new FreshDatabase();

    private final FakePeopleData vendor = new FakePeopleData(1_000);
    private final Alerts alerts = new PostgresAlerts(UUID::randomUUID);

    @Override
    protected AllocationScenario.Stores stores(AtomicReference<Instant> now) throws SQLException {
        database.clear();
        return PostgresAllocation.stores(database.unitOfWork(), now);
    }

    @Override
    protected Alerts alerts() {
        return alerts;
    }

    @Override
    protected RecordVendor records() {
        return new RecordVendor(
                new PeopleSources.Source("fake", vendor, vendor, vendor),
                vendor::add,
                () -> vendor.remaining(SOMEBODY).orElseThrow().left(),
                vendor::breakDown,
                vendor::spendAll);
    }
}
