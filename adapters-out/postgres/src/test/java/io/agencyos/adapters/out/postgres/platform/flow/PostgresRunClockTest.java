package io.agencyos.adapters.out.postgres.platform.flow;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import io.agencyos.application.platform.flow.RunClockContract;
import io.agencyos.application.platform.flow.store.RunClock;
import io.agencyos.application.shared.UnitOfWork;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresRunClockTest extends RunClockContract {

    @RegisterExtension
    static final FreshDatabase database = new FreshDatabase();

    @Override
    protected UnitOfWork units() {
        return database.unitOfWork();
    }

    @Override
    protected RunClock clock() {
        return new PostgresRunClock();
    }

    @Override
    protected RunClock clockOfAnotherNode() {
        return new PostgresRunClock();
    }

    /** The shortest nap that the server takes. */
    @Override
    protected void pass() {
        Db.query("select pg_sleep(0.001)::text").mapTo(String.class).one();
    }
}
