package io.agencyos.adapters.out.postgres.conversion;

import io.agencyos.adapters.out.postgres.conversation.PostgresSentMessages;
import io.agencyos.adapters.out.postgres.testing.DeskOnPostgres;
import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import io.agencyos.application.conversation.store.SentMessages;
import io.agencyos.application.conversion.ArchiveContract;
import io.agencyos.application.testing.Desk;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresArchiveTest extends ArchiveContract {

    @RegisterExtension
    static final FreshDatabase database = new FreshDatabase();

    @Override
    protected Desk desk(AtomicReference<Instant> time) {
        return DeskOnPostgres.at(database, time);
    }

    @Override
    protected SentMessages messages(Desk desk) {
        return new PostgresSentMessages();
    }
}
