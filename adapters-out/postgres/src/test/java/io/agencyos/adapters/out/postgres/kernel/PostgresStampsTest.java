package io.agencyos.adapters.out.postgres.kernel;

import io.agencyos.adapters.out.postgres.campaign.PostgresCampaigns;
import io.agencyos.adapters.out.postgres.client.PostgresClients;
import io.agencyos.adapters.out.postgres.conversation.PostgresReplies;
import io.agencyos.adapters.out.postgres.conversation.PostgresTaskBoard;
import io.agencyos.adapters.out.postgres.deal.PostgresMeetings;
import io.agencyos.adapters.out.postgres.lead.PostgresSuppressions;
import io.agencyos.adapters.out.postgres.outreach.PostgresApprovals;
import io.agencyos.adapters.out.postgres.platform.PostgresStamps;
import io.agencyos.adapters.out.postgres.platform.PostgresWebhookEndpoints;
import io.agencyos.adapters.out.postgres.resource.PostgresSeats;
import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import io.agencyos.application.shared.Stamps;
import io.agencyos.application.shared.StampsContract;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.application.testing.TestSealer;
import io.agencyos.domain.shared.id.ClientId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Beside the seeder, whose rows are what the new ones refer to. */
class PostgresStampsTest extends StampsContract {

    @RegisterExtension
    static final FreshDatabase database = new FreshDatabase();

    private static int tenants;

    @Override
    protected Stamps stamps() {
        return new PostgresStamps();
    }

    @Override
    protected UnitOfWork units() {
        return database.database().unitOfWork(clock);
    }

    @Override
    protected Rows rows() {
        return new Rows(
                new PostgresClients(UUID::randomUUID),
                new PostgresCampaigns(UUID::randomUUID),
                new PostgresReplies(),
                new PostgresMeetings(),
                new PostgresSuppressions("secret-of-this-installation"),
                new PostgresSeats(),
                new PostgresApprovals(),
                new PostgresTaskBoard(),
                new PostgresWebhookEndpoints(new TestSealer()));
    }

    @Override
    protected ClientId client() {
        UUID tenant = UUID.randomUUID();
        try (Connection superuser = database.superuser()) {
            new RowSeeder(superuser).seed(tenant, ++tenants);
            return new ClientId(tenant);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
