package io.agencyos.adapters.out.postgres.client;

import io.agencyos.adapters.out.postgres.lead.PostgresLeads;
import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import io.agencyos.application.client.ClientRemoval;
import io.agencyos.application.client.ClientRemovalContract;
import io.agencyos.application.client.Clients;
import io.agencyos.application.client.Credits;
import io.agencyos.application.lead.store.Leads;
import io.agencyos.application.shared.UnitOfWork;
import java.util.UUID;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The kit; that every table is among what goes is shown by {@code ClientRemovalTest}. */
class PostgresClientRemovalTest extends ClientRemovalContract {

    @RegisterExtension
    static final FreshDatabase database = new FreshDatabase();

    @Override
    protected ClientRemoval removal() {
        return new PostgresClientRemoval(UUID::randomUUID);
    }

    @Override
    protected UnitOfWork units() {
        return database.unitOfWork();
    }

    @Override
    protected Clients clients() {
        return new PostgresClients(UUID::randomUUID);
    }

    @Override
    protected Credits credits() {
        return new PostgresCredits(UUID::randomUUID);
    }

    @Override
    protected Leads leads() {
        return new PostgresLeads();
    }
}
