package io.agencyos.adapters.out.postgres.lead;

import io.agencyos.adapters.out.postgres.campaign.PostgresCampaigns;
import io.agencyos.adapters.out.postgres.campaign.PostgresEnrolments;
import io.agencyos.adapters.out.postgres.deal.PostgresMeetings;
import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import io.agencyos.application.campaign.store.Campaigns;
import io.agencyos.application.campaign.store.Enrolments;
import io.agencyos.application.deal.store.Meetings;
import io.agencyos.application.lead.LeadProgressContract;
import io.agencyos.application.lead.store.LeadQueries;
import io.agencyos.application.lead.store.Leads;
import io.agencyos.application.shared.UnitOfWork;
import java.util.UUID;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresLeadProgressTest extends LeadProgressContract {

    @RegisterExtension
    static final FreshDatabase database = new FreshDatabase();

    @Override
    protected UnitOfWork units() {
        return database.unitOfWork();
    }

    @Override
    protected Leads leads() {
        return new PostgresLeads();
    }

    @Override
    protected Campaigns campaigns() {
        return new PostgresCampaigns(UUID::randomUUID);
    }

    @Override
    protected Enrolments enrolments() {
        return new PostgresEnrolments();
    }

    @Override
    protected Meetings meetings() {
        return new PostgresMeetings();
    }

    @Override
    protected LeadQueries queries() {
        return new PostgresLeadQueries();
    }
}
