package io.agencyos.adapters.out.postgres.outreach;

import io.agencyos.adapters.out.postgres.campaign.PostgresCampaigns;
import io.agencyos.adapters.out.postgres.client.PostgresClients;
import io.agencyos.adapters.out.postgres.client.PostgresCredits;
import io.agencyos.adapters.out.postgres.lead.PostgresLeads;
import io.agencyos.adapters.out.postgres.platform.PostgresAlerts;
import io.agencyos.adapters.out.postgres.platform.PostgresAudit;
import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import io.agencyos.adapters.out.postgres.testing.OutreachOnPostgres;
import io.agencyos.application.campaign.store.Campaigns;
import io.agencyos.application.client.Clients;
import io.agencyos.application.client.Credits;
import io.agencyos.application.lead.store.Leads;
import io.agencyos.application.outreach.store.OutreachStores;
import io.agencyos.application.outreach.wash.PhoneWashes;
import io.agencyos.application.outreach.wash.PlainWashFiles;
import io.agencyos.application.outreach.wash.WashFiles;
import io.agencyos.application.outreach.wash.WashStoriesContract;
import io.agencyos.application.platform.Alerts;
import io.agencyos.application.platform.Audit;
import io.agencyos.application.shared.UnitOfWork;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresWashTest extends WashStoriesContract {

    @RegisterExtension
    static final FreshDatabase database = new FreshDatabase();

    @Override
    protected PhoneWashes washes() {
        return new PostgresPhoneWashes();
    }

    @Override
    protected WashFiles files() {
        return new PlainWashFiles();
    }

    @Override
    protected Alerts alerts() {
        return new PostgresAlerts(UUID::randomUUID);
    }

    @Override
    protected Audit audit() {
        return new PostgresAudit();
    }

    @Override
    protected void clear() {
        try (Connection connection = database.superuser();
                Statement statement = connection.createStatement()) {
            statement.execute("truncate app.phone_wash, app.phone_wash_event, app.phone_wash_batch, app.lead cascade");
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
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
