package io.agencyos.adapters.out.postgres.client;

import io.agencyos.adapters.out.postgres.conversion.PostgresLearningSettings;
import io.agencyos.adapters.out.postgres.outreach.PostgresPostBook;
import io.agencyos.adapters.out.postgres.platform.PostgresAudit;
import io.agencyos.adapters.out.postgres.platform.PostgresEvents;
import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import io.agencyos.application.client.ClientPorts;
import io.agencyos.application.client.ClientSetUpContract;
import io.agencyos.application.conversion.learning.store.LearningSettingsStore;
import io.agencyos.application.outreach.store.PostBook;
import io.agencyos.application.shared.UnitOfWork;
import java.util.UUID;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresClientSetUpTest extends ClientSetUpContract {

    @RegisterExtension
    static final FreshDatabase database = new FreshDatabase();

    private final ClientPorts ports = new ClientPorts(
            new PostgresClients(UUID::randomUUID),
            new PostgresCredits(UUID::randomUUID),
            new PostgresSharingConsents()::given,
            new PostgresEvents(),
            new PostgresAudit());

    private final LearningSettingsStore learning = new PostgresLearningSettings();
    private final PostBook post = new PostgresPostBook();

    @Override
    protected UnitOfWork units() {
        return database.unitOfWork();
    }

    @Override
    protected ClientPorts ports() {
        return ports;
    }

    @Override
    protected LearningSettingsStore learning() {
        return learning;
    }

    @Override
    protected PostBook post() {
        return post;
    }
}
