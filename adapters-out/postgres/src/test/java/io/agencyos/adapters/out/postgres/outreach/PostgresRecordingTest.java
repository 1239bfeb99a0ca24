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
import io.agencyos.application.outreach.recording.CallArchive;
import io.agencyos.application.outreach.recording.CallBook;
import io.agencyos.application.outreach.recording.RecordingBook;
import io.agencyos.application.outreach.recording.RecordingFiles;
import io.agencyos.application.outreach.recording.RecordingStoriesContract;
import io.agencyos.application.outreach.store.OutreachStores;
import io.agencyos.application.outreach.suppression.Consents;
import io.agencyos.application.platform.Alerts;
import io.agencyos.application.platform.Audit;
import io.agencyos.application.shared.UnitOfWork;
import java.util.UUID;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresRecordingTest extends RecordingStoriesContract {

    @RegisterExtension
    static final FreshDatabase database = new FreshDatabase();

    @Override
    protected CallBook calls() {
        return new PostgresCallBook();
    }

    @Override
    protected CallArchive archive() {
        return new PostgresCallArchive();
    }

    @Override
    protected RecordingFiles files() {
        return new PostgresRecordingFiles();
    }

    @Override
    protected RecordingBook book() {
        return new PostgresRecordingBook();
    }

    @Override
    protected Consents consents() {
        return new PostgresConsents();
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
