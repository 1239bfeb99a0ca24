package io.agencyos.adapters.out.postgres.platform;

import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import io.agencyos.application.platform.EventFeed;
import io.agencyos.application.platform.EventFeedContract;
import io.agencyos.application.platform.Events;
import io.agencyos.application.shared.UnitOfWork;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresEventFeedTest extends EventFeedContract {

    @RegisterExtension
    static final FreshDatabase database = new FreshDatabase();

    @Override
    protected UnitOfWork units() {
        return database.unitOfWork();
    }

    @Override
    protected Events events() {
        return new PostgresEvents();
    }

    @Override
    protected EventFeed feed() {
        return new PostgresEventFeed();
    }
}
