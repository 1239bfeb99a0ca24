package io.agencyos.adapters.out.postgres.outreach;

import io.agencyos.adapters.out.postgres.campaign.PostgresCampaigns;
import io.agencyos.adapters.out.postgres.client.PostgresClients;
import io.agencyos.adapters.out.postgres.client.PostgresCredits;
import io.agencyos.adapters.out.postgres.lead.PostgresLeads;
import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import io.agencyos.adapters.out.postgres.testing.OutreachOnPostgres;
import io.agencyos.application.campaign.Campaigns;
import io.agencyos.application.client.Clients;
import io.agencyos.application.client.Credits;
import io.agencyos.application.lead.Leads;
import io.agencyos.application.outreach.OutreachStores;
import io.agencyos.application.outreach.OutreachStoresContract;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.shared.CampaignId;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.LeadId;
import io.agencyos.domain.shared.TouchId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresOutreachStoresTest extends OutreachStoresContract {

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

    @Override
    protected void declare(ClientId client, CampaignId campaign) {
        OutreachOnPostgres.declare(database, client, campaign);
    }

    @Override
    protected void consent(ClientId client, LeadId lead, Channel channel, @Nullable Instant expiresAt) {
        OutreachOnPostgres.consent(database, client, lead, channel, expiresAt);
    }

    @Override
    protected void bounced(ClientId client, TouchId touch) {
        OutreachOnPostgres.bounced(database, touch);
    }
}
