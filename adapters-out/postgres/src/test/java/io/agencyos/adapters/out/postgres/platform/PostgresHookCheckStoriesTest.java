package io.agencyos.adapters.out.postgres.platform;

import io.agencyos.adapters.out.postgres.conversation.PostgresWebhookInbox;
import io.agencyos.adapters.out.postgres.kernel.DatabaseRole;
import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import io.agencyos.application.conversation.inbox.WebhookInbox;
import io.agencyos.application.platform.Alerts;
import io.agencyos.application.platform.vendor.HookCheckStories;
import io.agencyos.application.platform.vendor.VendorPorts;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.application.testing.TestSealer;
import java.util.UUID;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresHookCheckStoriesTest extends HookCheckStories {

    @RegisterExtension
    static final FreshDatabase database = new FreshDatabase();

    @Override
    protected UnitOfWork units() {
        return database.unitOfWork();
    }

    @Override
    protected VendorPorts ports() {
        return new VendorPorts(
                new PostgresVendorAccounts(new TestSealer(), UUID::randomUUID),
                new PostgresVendorHooks(new TestSealer(), UUID::randomUUID),
                new PostgresHookRemovals(new TestSealer(), UUID::randomUUID),
                new PostgresVendorObjects(
                        database.unitOfWork(),
                        UUID::randomUUID,
                        database.database().pool(DatabaseRole.PLATFORM)),
                new PostgresTasks(),
                new PostgresAudit());
    }

    @Override
    protected WebhookInbox inbox() {
        return new PostgresWebhookInbox(new TestSealer());
    }

    @Override
    protected Alerts alerts() {
        return new PostgresAlerts(UUID::randomUUID);
    }
}
