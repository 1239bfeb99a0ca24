package io.agencyos.adapters.out.postgres.client;

import io.agencyos.adapters.out.postgres.campaign.PostgresCampaigns;
import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import io.agencyos.application.campaign.Campaigns;
import io.agencyos.application.client.ClientStoresContract;
import io.agencyos.application.client.Clients;
import io.agencyos.application.client.Credits;
import io.agencyos.application.shared.UnitOfWork;
import java.util.UUID;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresClientStoresTest extends ClientStoresContract {

    @RegisterExtension
    static final FreshDatabase database = new FreshDatabase();

    @Override
    protected UnitOfWork units() {
        return database.unitOfWork();
    }

    @Override
    protected Clients clients() {
        return new PostgresClients(UUID::randomUUID);
    }

    @Override
    protected Campaigns campaigns() {
        return new PostgresCampaigns(UUID::randomUUID);
    }

    @Override
    protected Credits credits() {
        return new PostgresCredits(UUID::randomUUID);
    }
}
