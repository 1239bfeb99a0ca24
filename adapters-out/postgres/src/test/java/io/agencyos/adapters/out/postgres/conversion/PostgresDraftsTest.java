package io.agencyos.adapters.out.postgres.conversion;

import io.agencyos.adapters.out.postgres.conversation.PostgresComposeDrafts;
import io.agencyos.adapters.out.postgres.testing.DeskOnPostgres;
import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import io.agencyos.application.conversation.DraftsContract;
import io.agencyos.application.conversation.store.ComposeDrafts;
import io.agencyos.application.testing.Desk;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresDraftsTest extends DraftsContract {

    @RegisterExtension
    static final FreshDatabase database = new FreshDatabase();

    @Override
    protected Desk desk(AtomicReference<Instant> time) {
        return DeskOnPostgres.at(database, time);
    }

    @Override
    protected ComposeDrafts drafts(Desk desk) {
        return new PostgresComposeDrafts();
    }
}
