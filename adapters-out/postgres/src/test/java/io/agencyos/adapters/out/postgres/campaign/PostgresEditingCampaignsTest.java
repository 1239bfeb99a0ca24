package io.agencyos.adapters.out.postgres.campaign;

import io.agencyos.adapters.out.postgres.lead.PostgresLeads;
import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import io.agencyos.application.campaign.EditingCampaignsContract;
import io.agencyos.application.campaign.store.CampaignPorts;
import io.agencyos.application.lead.store.Leads;
import io.agencyos.application.resource.MailboxRepository;
import io.agencyos.application.shared.UnitOfWork;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresEditingCampaignsTest extends EditingCampaignsContract {

    @RegisterExtension
    static final FreshDatabase database = new FreshDatabase();

    private final CampaignPorts ports = PostgresCampaignWorld.ports();

    @Override
    protected UnitOfWork units() {
        return database.unitOfWork();
    }

    @Override
    protected CampaignPorts ports() {
        return ports;
    }

    @Override
    protected MailboxRepository mailboxes() {
        return PostgresCampaignWorld.mailboxes();
    }

    @Override
    protected Leads leads() {
        return new PostgresLeads();
    }
}
