package io.agencyos.adapters.out.postgres.platform;

import io.agencyos.adapters.out.postgres.client.PostgresClients;
import io.agencyos.adapters.out.postgres.client.PostgresCredits;
import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import io.agencyos.application.platform.webhook.WebhooksContract;
import io.agencyos.application.testing.TestSealer;
import java.util.UUID;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresWebhooksTest extends WebhooksContract {

    @RegisterExtension
    static final FreshDatabase database = new FreshDatabase();

    @Override
    protected Stores stores() {
        return new Stores(
                database.unitOfWork(),
                new PostgresClients(UUID::randomUUID),
                new PostgresCredits(UUID::randomUUID),
                new PostgresEvents(),
                new PostgresWebhookEndpoints(new TestSealer()),
                new PostgresWebhookDeliveries(),
                new PostgresAlerts(UUID::randomUUID),
                new PostgresAudit());
    }
}
