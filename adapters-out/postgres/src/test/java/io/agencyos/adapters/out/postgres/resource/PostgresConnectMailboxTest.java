package io.agencyos.adapters.out.postgres.resource;

import io.agencyos.adapters.out.postgres.platform.PostgresAudit;
import io.agencyos.adapters.out.postgres.platform.PostgresEvents;
import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import io.agencyos.application.platform.Audit;
import io.agencyos.application.platform.Events;
import io.agencyos.application.resource.ConnectMailboxContract;
import io.agencyos.application.resource.MailboxRepository;
import io.agencyos.application.shared.UnitOfWork;
import java.util.UUID;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresConnectMailboxTest extends ConnectMailboxContract {

    @RegisterExtension
    static final FreshDatabase database = new FreshDatabase();

    @Override
    protected UnitOfWork units() {
        return database.unitOfWork();
    }

    @Override
    protected MailboxRepository mailboxes() {
        return new PostgresMailboxes(UUID::randomUUID);
    }

    @Override
    protected Events events() {
        return new PostgresEvents();
    }

    @Override
    protected Audit audit() {
        return new PostgresAudit();
    }
}
