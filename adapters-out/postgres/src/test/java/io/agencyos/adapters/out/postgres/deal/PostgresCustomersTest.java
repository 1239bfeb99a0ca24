package io.agencyos.adapters.out.postgres.deal;

import io.agencyos.adapters.out.postgres.allocation.PostgresServedCompanies;
import io.agencyos.adapters.out.postgres.testing.DeskOnPostgres;
import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import io.agencyos.application.allocation.store.ServedCompanies;
import io.agencyos.application.deal.CustomersContract;
import io.agencyos.application.testing.Desk;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresCustomersTest extends CustomersContract {

    @RegisterExtension
    static final FreshDatabase database = new FreshDatabase();

    @Override
    protected Desk desk(AtomicReference<Instant> time) {
        return DeskOnPostgres.at(database, time);
    }

    @Override
    protected ServedCompanies served() {
        return new PostgresServedCompanies();
    }
}
