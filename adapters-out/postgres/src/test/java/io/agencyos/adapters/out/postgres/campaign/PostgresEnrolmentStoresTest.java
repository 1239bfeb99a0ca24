package io.agencyos.adapters.out.postgres.campaign;

import io.agencyos.adapters.out.postgres.client.PostgresClients;
import io.agencyos.adapters.out.postgres.client.PostgresCredits;
import io.agencyos.adapters.out.postgres.lead.PostgresLeads;
import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import io.agencyos.adapters.out.postgres.testing.OutreachOnPostgres;
import io.agencyos.application.campaign.lifecycle.EnrolmentStoresContract;
import io.agencyos.application.campaign.store.Campaigns;
import io.agencyos.application.client.Clients;
import io.agencyos.application.client.Credits;
import io.agencyos.application.lead.store.Leads;
import io.agencyos.application.outreach.store.OutreachStores;
import io.agencyos.application.shared.UnitOfWork;
import java.util.UUID;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresEnrolmentStoresTest extends EnrolmentStoresContract {

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
    protected Credits credits() {
        return new PostgresCredits(UUID::randomUUID);
    }

    @Override
    protected Campaigns campaigns() {
        return new PostgresCampaigns(UUID::randomUUID);
    }

    @Override
    protected Leads leads() {
        return new PostgresLeads();
    }

    @Override
    protected OutreachStores stores() {
        return OutreachOnPostgres.stores();
    }
}
