package io.agencyos.adapters.out.postgres.lead;

import io.agencyos.adapters.out.postgres.campaign.PostgresCampaigns;
import io.agencyos.adapters.out.postgres.client.PostgresClients;
import io.agencyos.adapters.out.postgres.platform.PostgresEvents;
import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import io.agencyos.application.campaign.store.Campaigns;
import io.agencyos.application.client.Clients;
import io.agencyos.application.lead.intake.ImportFiles;
import io.agencyos.application.lead.intake.ImportLeadsContract;
import io.agencyos.application.lead.store.LeadPorts;
import io.agencyos.application.platform.Events;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.application.testing.Leadbook;
import java.util.UUID;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresImportLeadsTest extends ImportLeadsContract {

    @RegisterExtension
    static final FreshDatabase database = new FreshDatabase();

    @Override
    protected ImportFiles files() {
        return new PostgresImportFiles();
    }

    @Override
    protected UnitOfWork units() {
        return database.unitOfWork();
    }

    @Override
    protected LeadPorts ports() {
        return new LeadPorts(
                new PostgresLeads(),
                new PostgresPoolPeople(clock(), ids()),
                new PostgresSuppressions("salt"),
                new PostgresLeadImports());
    }

    @Override
    protected Clients clients() {
        return new PostgresClients(ids());
    }

    @Override
    protected Campaigns campaigns() {
        return new PostgresCampaigns(ids());
    }

    @Override
    protected Events events() {
        return new PostgresEvents();
    }

    @Override
    protected ClockPort clock() {
        return () -> Leadbook.MONDAY;
    }

    @Override
    protected IdSource ids() {
        return UUID::randomUUID;
    }
}
