package io.agencyos.adapters.out.postgres.resource;

import io.agencyos.adapters.out.postgres.testing.DeskOnPostgres;
import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import io.agencyos.application.resource.DomainBook;
import io.agencyos.application.resource.KeepDomainsContract;
import io.agencyos.application.resource.SendingDomains;
import io.agencyos.application.testing.Desk;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresKeepDomainsTest extends KeepDomainsContract {

    @RegisterExtension
    static final FreshDatabase database = new FreshDatabase();

    @Override
    protected Desk desk(AtomicReference<Instant> time) {
        return DeskOnPostgres.at(database, time);
    }

    @Override
    protected DomainBook book() {
        return new PostgresDomainBook();
    }

    @Override
    protected SendingDomains domains() {
        return new PostgresSendingDomains();
    }
}
