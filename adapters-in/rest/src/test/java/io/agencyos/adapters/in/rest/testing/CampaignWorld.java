package io.agencyos.adapters.in.rest.testing;

import io.agencyos.adapters.in.http.testing.MemoryWorld;
import io.agencyos.adapters.in.rest.card.Moments;
import io.agencyos.adapters.in.rest.client.ClientSetUpRoutes;
import io.agencyos.adapters.in.rest.client.ClosingRoutes;
import io.agencyos.adapters.out.memory.campaign.MemoryEnrolments;
import io.agencyos.adapters.out.memory.lead.MemoryActivities;
import io.agencyos.adapters.out.memory.lead.MemoryLeadImports;
import io.agencyos.adapters.out.memory.lead.MemoryLeads;
import io.agencyos.adapters.out.memory.lead.MemoryPoolPeople;
import io.agencyos.adapters.out.memory.lead.MemorySuppressions;
import io.agencyos.adapters.out.memory.outreach.FakeEmailSender;
import io.agencyos.adapters.out.memory.outreach.MemoryApprovals;
import io.agencyos.adapters.out.memory.outreach.MemoryCallBook;
import io.agencyos.adapters.out.memory.outreach.MemoryCallLog;
import io.agencyos.adapters.out.memory.outreach.MemoryConsentBasis;
import io.agencyos.adapters.out.memory.outreach.MemoryGateLog;
import io.agencyos.adapters.out.memory.outreach.MemoryHolidays;
import io.agencyos.adapters.out.memory.outreach.MemoryOutlooks;
import io.agencyos.adapters.out.memory.outreach.MemoryQuotas;
import io.agencyos.adapters.out.memory.outreach.MemorySentLog;
import io.agencyos.adapters.out.memory.outreach.MemoryTouches;
import io.agencyos.adapters.out.memory.outreach.MemoryUnsubscribeLinks;
import io.agencyos.adapters.out.memory.platform.MemoryAlerts;
import io.agencyos.adapters.out.memory.platform.MemoryTasks;
import io.agencyos.adapters.out.memory.resource.MemoryLentResources;
import io.agencyos.adapters.out.memory.resource.MemoryMailboxes;
import io.agencyos.adapters.out.memory.resource.MemorySeats;
import io.agencyos.adapters.out.memory.resource.MemorySendingNumbers;
import io.agencyos.adapters.out.memory.resource.MemoryUsedToday;
import io.agencyos.application.campaign.CampaignUseCases;
import io.agencyos.application.campaign.ChooseSenders;
import io.agencyos.application.campaign.ChooseSendersService;
import io.agencyos.application.campaign.store.CampaignPorts;
import io.agencyos.application.client.ClientPorts;
import io.agencyos.application.client.ClientSetUpUseCases;
import io.agencyos.application.client.CloseClient;
import io.agencyos.application.client.CloseClientService;
import io.agencyos.application.client.ProfileRider;
import io.agencyos.application.conversion.learning.LearningAndPostSettings;
import io.agencyos.application.lead.store.LeadPorts;
import io.agencyos.application.outreach.OutreachUseCases;
import io.agencyos.application.outreach.engine.OutreachWorld;
import io.agencyos.application.outreach.outlook.ExplainEnrolment;
import io.agencyos.application.outreach.outlook.ExplainEnrolmentService;
import io.agencyos.application.outreach.outlook.ShowChecks;
import io.agencyos.application.outreach.outlook.ShowOutlook;
import io.agencyos.application.outreach.store.OutreachStores;
import io.agencyos.application.resource.EverySender;
import io.agencyos.application.resource.ResourcePorts;
import io.agencyos.application.resource.ResourceUseCases;
import io.agencyos.application.resource.SendingChannels;
import io.agencyos.application.resource.lending.LendingPorts;
import io.agencyos.application.resource.lending.LendingUseCases;
import io.agencyos.domain.outreach.calendar.Holidays;
import io.agencyos.domain.shared.Channel;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Campaigns and what they stand on, in memory, on the stores that every test of routes has. */
public final class CampaignWorld {

    public final MemoryLeads leads;
    public final MemoryTouches touches;
    public final MemoryEnrolments enrolments;
    public final MemoryMailboxes mailboxes;
    public final MemoryConsentBasis consents;
    public final CampaignUseCases campaigns;
    public final ClientSetUpUseCases clients;
    public final ResourceUseCases resources;
    public final LendingUseCases lending;
    public final ChooseSenders choice;
    private final CloseClient closing;
    public final OutreachUseCases outreach;
    public final ShowOutlook outlook;
    public final ExplainEnrolment enrolment;
    public final ShowChecks checks;
    private final MemoryGateLog gateLog;

    public CampaignWorld(MemoryWorld on) {
        leads = new MemoryLeads(on.units);
        touches = new MemoryTouches(on.units, leads);
        enrolments = new MemoryEnrolments(on.units, on.campaigns, leads, touches);
        mailboxes = new MemoryMailboxes(on.units);
        consents = new MemoryConsentBasis(on.units);
        gateLog = new MemoryGateLog(on.units);
        outreach = outreach(on);
        MemoryOutlooks outlooks = new MemoryOutlooks(on.clients, on.campaigns, leads, enrolments, touches);
        outlook = ShowOutlook.over(outlooks, on.campaigns, enrolments, on.units, on.clock);
        enrolment = new ExplainEnrolmentService(
                leads,
                outlooks,
                on.campaigns,
                enrolments,
                touches,
                new MemoryCallBook(on.units, touches),
                on.units,
                on.clock);
        checks = ShowChecks.over(gateLog, leads, on.units);
        CampaignPorts ports = new CampaignPorts(
                on.clients,
                on.credits,
                on.campaigns,
                enrolments,
                consents,
                SendingChannels.ofMailboxes(mailboxes),
                touches::inFlight,
                outreach.startEnrolments(),
                outreach.endEnrolments(),
                on.events,
                on.audit,
                () -> true);
        campaigns = new CampaignUseCases(ports, on.units, on.clock, on.ids);
        ClientPorts clientPorts = new ClientPorts(on.clients, on.credits, on.consents::given, on.events, on.audit);
        closing = new CloseClientService(
                clientPorts,
                (scope, origin) -> campaigns.pauseOutreach().pause(scope, "", origin),
                on.units,
                on.clock,
                on.ids);
        clients = new ClientSetUpUseCases(
                clientPorts,
                new LearningAndPostSettings(on.learningSettings, on.postBook, client -> true, on.units),
                ProfileRider.NONE,
                on.units,
                on.clock,
                on.ids,
                UnaryOperator.identity());
        resources = new ResourceUseCases(
                new ResourcePorts(mailboxes, Set.of("smtp"), vendor -> Optional.empty(), on.events, on.audit),
                on.units,
                on.clock,
                on.ids);
        choice = new ChooseSendersService(
                new ChooseSendersService.Ports(
                        on.clients,
                        on.campaigns,
                        new EverySender(
                                mailboxes,
                                new MemorySendingNumbers(on.units),
                                number -> Set.of(),
                                new MemorySeats(on.units),
                                client -> false,
                                Set.of(Channel.EMAIL)),
                        new MemoryUsedToday(new MemoryQuotas(on.units)),
                        on.audit),
                on.units,
                on.clock,
                on.ids);
        lending = new LendingUseCases(
                new LendingPorts(
                        new MemoryLentResources(on.units, mailboxes, on.clients),
                        mailboxes,
                        new MemoryUsedToday(new MemoryQuotas(on.units)),
                        on.clients,
                        new MemoryAlerts(on.units),
                        on.events,
                        on.audit,
                        client -> Optional.empty()),
                on.units,
                on.clock,
                on.ids);
    }

    /** Lets clients go. */
    public ClosingRoutes closing(Moments moments) {
        return new ClosingRoutes(closing, new ClientSetUpRoutes(clients, moments));
    }

    private OutreachUseCases outreach(MemoryWorld on) {
        FakeEmailSender sender = new FakeEmailSender(on.clock);
        return new OutreachUseCases(
                new OutreachStores(
                        enrolments,
                        touches,
                        new MemoryQuotas(on.units),
                        new MemoryApprovals(on.units),
                        gateLog,
                        new MemoryCallLog(on.units),
                        new MemorySentLog(on.units, on.ids),
                        consents),
                new OutreachWorld(
                        on.clients,
                        on.campaigns,
                        new LeadPorts(
                                leads,
                                new MemoryPoolPeople(on.units),
                                new MemorySuppressions(on.units),
                                new MemoryLeadImports(on.units)),
                        mailboxes,
                        new MemoryHolidays(new Holidays(List.of())),
                        new MemoryActivities(on.units),
                        on.events,
                        new MemoryTasks(on.units)),
                mailbox -> sender,
                new MemoryUnsubscribeLinks(URI.create("https://agency.example/u/")),
                on.units,
                on.clock,
                on.ids,
                () -> 0L);
    }
}
