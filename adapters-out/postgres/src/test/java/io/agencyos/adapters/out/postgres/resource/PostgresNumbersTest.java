package io.agencyos.adapters.out.postgres.resource;

import io.agencyos.adapters.out.postgres.client.PostgresClients;
import io.agencyos.adapters.out.postgres.client.PostgresCredits;
import io.agencyos.adapters.out.postgres.platform.PostgresAlerts;
import io.agencyos.adapters.out.postgres.platform.PostgresAudit;
import io.agencyos.adapters.out.postgres.platform.PostgresEvents;
import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import io.agencyos.application.resource.lending.LendingWorld;
import io.agencyos.application.resource.lending.NumberStoriesContract;
import java.util.UUID;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresNumbersTest extends NumberStoriesContract {

    @RegisterExtension
    static final FreshDatabase database = new FreshDatabase();

    @Override
    protected LendingWorld world() {
        return new LendingWorld(
                database.unitOfWork(),
                new PostgresLentResources(UUID::randomUUID),
                new PostgresSendingNumbers(),
                new PostgresMailboxes(UUID::randomUUID),
                new PostgresUsedToday(),
                new PostgresClients(UUID::randomUUID),
                new PostgresCredits(UUID::randomUUID),
                new PostgresAlerts(UUID::randomUUID),
                new PostgresEvents(),
                new PostgresAudit());
    }
}
