package io.agencyos.bootstrap.product;

import io.agencyos.adapters.out.postgres.campaign.PostgresCampaigns;
import io.agencyos.adapters.out.postgres.campaign.PostgresConsentDeclarations;
import io.agencyos.adapters.out.postgres.campaign.PostgresEnrolments;
import io.agencyos.adapters.out.postgres.client.PostgresClients;
import io.agencyos.adapters.out.postgres.client.PostgresCredits;
import io.agencyos.adapters.out.postgres.lead.PostgresActivities;
import io.agencyos.adapters.out.postgres.lead.PostgresLeadImports;
import io.agencyos.adapters.out.postgres.lead.PostgresLeads;
import io.agencyos.adapters.out.postgres.lead.PostgresPoolPeople;
import io.agencyos.adapters.out.postgres.lead.PostgresSuppressions;
import io.agencyos.adapters.out.postgres.outreach.PostgresApprovals;
import io.agencyos.adapters.out.postgres.outreach.PostgresCallLog;
import io.agencyos.adapters.out.postgres.outreach.PostgresConsentBasis;
import io.agencyos.adapters.out.postgres.outreach.PostgresGateLog;
import io.agencyos.adapters.out.postgres.outreach.PostgresHolidayCalendar;
import io.agencyos.adapters.out.postgres.outreach.PostgresQuotas;
import io.agencyos.adapters.out.postgres.outreach.PostgresSentLog;
import io.agencyos.adapters.out.postgres.outreach.PostgresTouches;
import io.agencyos.adapters.out.postgres.platform.PostgresAudit;
import io.agencyos.adapters.out.postgres.platform.PostgresEvents;
import io.agencyos.adapters.out.postgres.platform.PostgresTasks;
import io.agencyos.adapters.out.postgres.resource.PostgresMailboxes;
import io.agencyos.adapters.out.postgres.scoring.PostgresLeadScores;
import io.agencyos.application.campaign.Campaigns;
import io.agencyos.application.campaign.ConsentDeclarations;
import io.agencyos.application.client.Clients;
import io.agencyos.application.client.Credits;
import io.agencyos.application.lead.LeadPorts;
import io.agencyos.application.outreach.OutreachStores;
import io.agencyos.application.outreach.OutreachWorld;
import io.agencyos.application.platform.Audit;
import io.agencyos.application.platform.Events;
import io.agencyos.application.resource.MailboxRepository;
import io.agencyos.application.scoring.LeadScores;

/** Every port that PostgreSQL stands behind, made once. */
public final class Stores {

    private static final String SUPPRESSION_SALT = "platform-suppression-salt/1";

    public final Clients clients;
    public final Credits credits;
    public final Campaigns campaigns;
    public final ConsentDeclarations consents;
    public final Audit audit;
    public final Events events;
    public final LeadPorts leads;
    public final LeadScores scores;
    public final MailboxRepository mailboxes;
    public final OutreachStores outreach;
    public final OutreachWorld outreachWorld;

    Stores(Basis basis) {
        clients = new PostgresClients(basis.ids());
        credits = new PostgresCredits(basis.ids());
        campaigns = new PostgresCampaigns(basis.ids());
        consents = new PostgresConsentDeclarations();
        audit = new PostgresAudit();
        events = new PostgresEvents();
        leads = new LeadPorts(
                new PostgresLeads(),
                new PostgresPoolPeople(basis.clock(), basis.ids()),
                new PostgresSuppressions(basis.secret().deriveText(SUPPRESSION_SALT)),
                new PostgresLeadImports());
        scores = new PostgresLeadScores();
        mailboxes = new PostgresMailboxes(basis.ids());
        outreach = new OutreachStores(
                new PostgresEnrolments(),
                new PostgresTouches(),
                new PostgresQuotas(),
                new PostgresApprovals(),
                new PostgresGateLog(),
                new PostgresCallLog(),
                new PostgresSentLog(basis.ids()),
                new PostgresConsentBasis());
        outreachWorld = new OutreachWorld(
                clients,
                campaigns,
                leads,
                mailboxes,
                new PostgresHolidayCalendar(basis.units()),
                new PostgresActivities(basis.clock()),
                events,
                new PostgresTasks());
    }
}
