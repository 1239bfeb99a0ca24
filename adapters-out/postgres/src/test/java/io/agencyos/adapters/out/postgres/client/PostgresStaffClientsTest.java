package io.agencyos.adapters.out.postgres.client;

import io.agencyos.adapters.out.postgres.testing.DeskOnPostgres;
import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import io.agencyos.application.client.StaffClientsContract;
import io.agencyos.application.client.identity.store.Users;
import io.agencyos.application.client.staff.ClientBook;
import io.agencyos.application.testing.Desk;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresStaffClientsTest extends StaffClientsContract {

    @RegisterExtension
    static final FreshDatabase database = new FreshDatabase();

    @Override
    protected Desk desk(AtomicReference<Instant> time) {
        return DeskOnPostgres.at(database, time);
    }

    @Override
    protected ClientBook book() {
        return new PostgresClientBook();
    }

    @Override
    protected Users users() {
        return new PostgresUsers();
    }
}
