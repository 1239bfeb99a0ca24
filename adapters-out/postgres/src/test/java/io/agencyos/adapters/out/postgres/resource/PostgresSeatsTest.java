package io.agencyos.adapters.out.postgres.resource;

import io.agencyos.adapters.out.postgres.client.PostgresClients;
import io.agencyos.adapters.out.postgres.client.PostgresCredits;
import io.agencyos.adapters.out.postgres.lead.PostgresLeads;
import io.agencyos.adapters.out.postgres.outreach.PostgresQuotas;
import io.agencyos.adapters.out.postgres.platform.PostgresAlerts;
import io.agencyos.adapters.out.postgres.platform.PostgresAudit;
import io.agencyos.adapters.out.postgres.platform.PostgresEvents;
import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import io.agencyos.application.resource.seat.SeatStoriesContract;
import io.agencyos.application.resource.seat.SeatWorld;
import java.util.UUID;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresSeatsTest extends SeatStoriesContract {

    @RegisterExtension
    static final FreshDatabase database = new FreshDatabase();

    @Override
    protected SeatWorld world() {
        return new SeatWorld(
                database.unitOfWork(),
                new PostgresSeats(),
                new PostgresSeatConnections(),
                new PostgresSeatUsage(),
                new PostgresQuotas(),
                new PostgresClients(UUID::randomUUID),
                new PostgresCredits(UUID::randomUUID),
                new PostgresLeads(),
                new PostgresAlerts(UUID::randomUUID),
                new PostgresEvents(),
                new PostgresAudit());
    }
}
