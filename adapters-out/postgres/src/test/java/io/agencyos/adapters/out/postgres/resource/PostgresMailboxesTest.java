package io.agencyos.adapters.out.postgres.resource;

import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import io.agencyos.application.resource.MailboxRepository;
import io.agencyos.application.resource.MailboxRepositoryContract;
import io.agencyos.application.shared.UnitOfWork;
import java.util.UUID;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresMailboxesTest extends MailboxRepositoryContract {

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
}
