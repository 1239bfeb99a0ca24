package io.agencyos.adapters.out.postgres.resource;

import io.agencyos.adapters.out.postgres.platform.PostgresAlerts;
import io.agencyos.adapters.out.postgres.testing.DeskOnPostgres;
import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import io.agencyos.application.platform.Alerts;
import io.agencyos.application.resource.DomainProofs;
import io.agencyos.application.resource.ProveDomainsContract;
import io.agencyos.application.testing.Desk;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresProveDomainsTest extends ProveDomainsContract {

    @RegisterExtension
    static final FreshDatabase database = new FreshDatabase();

    @Override
    protected Desk desk(AtomicReference<Instant> time) {
        return DeskOnPostgres.at(database, time);
    }

    @Override
    protected DomainProofs proofs() {
        return new PostgresDomainProofs();
    }

    @Override
    protected Alerts alerts() {
        return new PostgresAlerts(ids());
    }
}
