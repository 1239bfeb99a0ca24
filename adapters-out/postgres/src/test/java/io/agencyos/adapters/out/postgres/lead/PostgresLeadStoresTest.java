package io.agencyos.adapters.out.postgres.lead;

import io.agencyos.adapters.out.postgres.platform.PostgresEvents;
import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import io.agencyos.application.lead.LeadStoresContract;
import io.agencyos.application.lead.store.Activities;
import io.agencyos.application.lead.store.LeadPorts;
import io.agencyos.application.platform.Events;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.application.testing.Leadbook;
import java.util.UUID;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresLeadStoresTest extends LeadStoresContract {

    @RegisterExtension
    static final FreshDatabase database = new FreshDatabase();

    private final ClockPort clock = () -> Leadbook.MONDAY;

    @Override
    protected UnitOfWork units() {
        return database.unitOfWork();
    }

    @Override
    protected LeadPorts ports() {
        return new LeadPorts(
                new PostgresLeads(),
                new PostgresPoolPeople(clock, UUID::randomUUID),
                new PostgresSuppressions("salt"),
                new PostgresLeadImports());
    }

    @Override
    protected Activities activities() {
        return new PostgresActivities(clock);
    }

    @Override
    protected Events events() {
        return new PostgresEvents();
    }
}
