package io.agencyos.adapters.out.postgres.conversion;

import io.agencyos.adapters.out.postgres.testing.DeskOnPostgres;
import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import io.agencyos.application.conversion.EverywhereContract;
import io.agencyos.application.conversion.everywhere.Everywhere;
import io.agencyos.application.testing.Desk;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresEverywhereTest extends EverywhereContract {

    @RegisterExtension
    static final FreshDatabase database = new FreshDatabase();

    @Override
    protected Desk desk(AtomicReference<Instant> time) {
        return DeskOnPostgres.at(database, time);
    }

    @Override
    protected Everywhere everywhere() {
        return new PostgresEverywhere();
    }
}
