package io.agencyos.adapters.out.postgres.platform;

import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import io.agencyos.application.platform.Audit;
import io.agencyos.application.platform.Incidents;
import io.agencyos.application.platform.IncidentsContract;
import io.agencyos.application.shared.UnitOfWork;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresIncidentsTest extends IncidentsContract {

    @RegisterExtension
    static final FreshDatabase database = new FreshDatabase();

    @Override
    protected UnitOfWork units() {
        return database.unitOfWork();
    }

    @Override
    protected Incidents incidents() {
        return new PostgresIncidents();
    }

    @Override
    protected Audit audit() {
        return new PostgresAudit();
    }
}
