package io.agencyos.adapters.out.memory.conversion;

import io.agencyos.adapters.out.memory.campaign.MemoryCampaigns;
import io.agencyos.adapters.out.memory.campaign.MemoryEnrolments;
import io.agencyos.adapters.out.memory.client.MemoryClients;
import io.agencyos.adapters.out.memory.client.MemoryCredits;
import io.agencyos.adapters.out.memory.conversation.MemoryReplies;
import io.agencyos.adapters.out.memory.conversation.MemoryTaskBoard;
import io.agencyos.adapters.out.memory.conversation.MemoryThreads;
import io.agencyos.adapters.out.memory.conversation.MemoryTimeline;
import io.agencyos.adapters.out.memory.conversation.MemoryTouchOutcomes;
import io.agencyos.adapters.out.memory.deal.MemoryBookImports;
import io.agencyos.adapters.out.memory.deal.MemoryBookingTouches;
import io.agencyos.adapters.out.memory.deal.MemoryCustomers;
import io.agencyos.adapters.out.memory.deal.MemoryDealOutcomes;
import io.agencyos.adapters.out.memory.deal.MemoryDeals;
import io.agencyos.adapters.out.memory.deal.MemoryMeetingOutcomes;
import io.agencyos.adapters.out.memory.deal.MemoryMeetings;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.adapters.out.memory.lead.MemoryActivities;
import io.agencyos.adapters.out.memory.lead.MemoryLeadImports;
import io.agencyos.adapters.out.memory.lead.MemoryLeads;
import io.agencyos.adapters.out.memory.lead.MemoryPoolPeople;
import io.agencyos.adapters.out.memory.lead.MemorySuppressions;
import io.agencyos.adapters.out.memory.outreach.FakeEmailSender;
import io.agencyos.adapters.out.memory.outreach.MemoryApprovals;
import io.agencyos.adapters.out.memory.outreach.MemoryCallLog;
import io.agencyos.adapters.out.memory.outreach.MemoryChannelPlans;
import io.agencyos.adapters.out.memory.outreach.MemoryConsentBasis;
import io.agencyos.adapters.out.memory.outreach.MemoryGateLog;
import io.agencyos.adapters.out.memory.outreach.MemoryHolidays;
import io.agencyos.adapters.out.memory.outreach.MemoryQuotas;
import io.agencyos.adapters.out.memory.outreach.MemorySentLog;
import io.agencyos.adapters.out.memory.outreach.MemoryTouches;
import io.agencyos.adapters.out.memory.outreach.MemoryUnsubscribeLinks;
import io.agencyos.adapters.out.memory.platform.MemoryAlerts;
import io.agencyos.adapters.out.memory.platform.MemoryAudit;
import io.agencyos.adapters.out.memory.platform.MemoryEvents;
import io.agencyos.adapters.out.memory.platform.MemoryTasks;
import io.agencyos.adapters.out.memory.resource.MemoryMailboxes;
import io.agencyos.adapters.out.memory.scoring.MemoryBuyerSignals;
import io.agencyos.adapters.out.memory.scoring.MemoryLeadScores;
import io.agencyos.adapters.out.memory.scoring.MemoryRescoreRequests;
import io.agencyos.adapters.out.memory.scoring.MemoryScoringChoices;
import io.agencyos.adapters.out.memory.scoring.MemoryWeightSets;
import io.agencyos.application.campaign.store.ConsentDeclarations;
import io.agencyos.application.conversation.store.TouchOutcomes;
import io.agencyos.application.conversion.experiment.Experiments;
import io.agencyos.application.conversion.learning.store.LearningPorts;
import io.agencyos.application.conversion.learning.store.LearningSettingsStore;
import io.agencyos.application.conversion.refine.RefinementLog;
import io.agencyos.application.conversion.suggest.SuggestionPorts;
import io.agencyos.application.lead.store.LeadPorts;
import io.agencyos.application.outreach.OutreachScenario;
import io.agencyos.application.outreach.engine.ChannelPlans;
import io.agencyos.application.outreach.engine.OutreachWorld;
import io.agencyos.application.outreach.store.OutreachStores;
import io.agencyos.application.platform.Alerts;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.testing.Desk;
import io.agencyos.domain.outreach.calendar.Holidays;
import io.agencyos.domain.platform.DomainEvent;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/** Every fake that people's work at their desks needs, on one unit of work. */
public final class MemoryDesk {

    private final MemoryUnitOfWork units = new MemoryUnitOfWork();
    private final MemoryLeads leads = new MemoryLeads(units);
    private final MemoryCampaigns campaigns = new MemoryCampaigns(units);
    private final MemoryTouches touches = new MemoryTouches(units, leads);
    private final MemoryConsentBasis consents = new MemoryConsentBasis(units);
    private final MemoryEnrolments enrolments = new MemoryEnrolments(units, campaigns, leads, touches);
    private final MemoryChannelPlans plans = new MemoryChannelPlans(units, enrolments);
    private final MemorySentLog sentLog = new MemorySentLog(units, UUID::randomUUID);
    private final MemoryActivities activities = new MemoryActivities(units);
    private final MemoryEvents events = new MemoryEvents(units);
    private final MemoryTasks tasks = new MemoryTasks(units);
    private final MemoryThreads threads = new MemoryThreads(units, sentLog);
    private final MemoryReplies replies = new MemoryReplies(units, threads);
    private final MemoryMeetings meetings = new MemoryMeetings(units);
    private final MemoryDeals deals = new MemoryDeals(units);
    private final MemoryMailboxes mailboxes = new MemoryMailboxes(units);
    private final MemoryTouchOutcomes touchOutcomes =
            new MemoryTouchOutcomes(units, sentLog, touches, leads, mailboxes);
    private final MemoryBookingTouches bookingTouches = new MemoryBookingTouches(units, sentLog, touchOutcomes);

    private final MemoryMeetingOutcomes outcomes = new MemoryMeetingOutcomes(units);
    private final MemoryLeadScores scores = new MemoryLeadScores(units);
    private final MemoryWeightSets weights = new MemoryWeightSets(units);
    private final MemoryClients clients = new MemoryClients(units);
    private final LearningTables tables = new LearningTables(
            sentLog, outcomes, scores, leads, campaigns, plans, meetings, replies, clients, bookingTouches);
    private final MemoryLearningFacts facts = new MemoryLearningFacts(units, tables);
    private final MemoryExperiments experiments = new MemoryExperiments(units, tables, activities);
    private final MemoryPatterns patterns = new MemoryPatterns(units);
    private final MemoryLearningSettings settings = new MemoryLearningSettings(units);

    MemoryDesk() {}

    public static Desk at(AtomicReference<Instant> clock) {
        return new MemoryDesk().desk(clock);
    }

    /** What staff has to know, in the same units of work. */
    Alerts alerts() {
        return new MemoryAlerts(units);
    }

    /** The stores of learning on the same tables. */
    LearningPorts learning() {
        return new LearningPorts(
                facts,
                patterns,
                weights,
                new MemoryRescoreRequests(units),
                clients,
                events,
                new MemoryPlatformFindings(units),
                experiments,
                new MemoryEngagement(facts, tables, touchOutcomes),
                new MemorySaleFacts(facts, tables, deals),
                settings,
                new MemoryScoringChoices(units));
    }

    /** Those of suggestions. */
    SuggestionPorts suggestions() {
        return new SuggestionPorts(
                new MemorySuggestions(units),
                new MemoryCampaignResults(facts, tables),
                patterns,
                clients,
                campaigns,
                settings);
    }

    /** Experiments with texts. */
    Experiments experiments() {
        return experiments;
    }

    /** What searches took up. */
    RefinementLog refinements() {
        return new MemoryRefinementLog(units);
    }

    /** What became of touches. */
    TouchOutcomes touchOutcomes() {
        return touchOutcomes;
    }

    ConsentDeclarations declarations() {
        return consents;
    }

    LearningSettingsStore settings() {
        return settings;
    }

    ChannelPlans plans() {
        return plans;
    }

    Desk desk(AtomicReference<Instant> clock) {
        return new Desk(
                world(clock),
                meetings,
                bookingTouches,
                outcomes,
                deals,
                new MemoryDealOutcomes(units, outcomes),
                new MemoryCustomers(units),
                new MemoryBookImports(units),
                threads,
                replies,
                new MemoryTaskBoard(tasks),
                new MemoryTimeline(activities),
                new MemoryReports(enrolments, sentLog, activities, replies, threads, meetings, deals),
                new MemoryFigures(new MemoryFigures.Tables(
                        sentLog, activities, replies, threads, meetings, deals, leads, enrolments, bookingTouches)),
                new MemorySaleFigures(deals, meetings),
                new MemoryReplyFigures(replies, threads),
                new MemorySearchBook(leads, campaigns, replies, meetings),
                new MemoryAudit(units),
                client -> events.all().stream()
                        .filter(event -> client.equals(event.clientId()))
                        .map(DomainEvent::name)
                        .toList(),
                (client, touch, status) ->
                        units.inTenant(TenantScope.worker(client), () -> sentLog.delivered(client, touch, status)));
    }

    private OutreachScenario.World world(AtomicReference<Instant> clock) {
        return new OutreachScenario.World(
                units,
                new OutreachStores(
                        enrolments,
                        touches,
                        new MemoryQuotas(units),
                        new MemoryApprovals(units),
                        new MemoryGateLog(units),
                        new MemoryCallLog(units),
                        sentLog,
                        consents),
                new OutreachWorld(
                        clients,
                        campaigns,
                        new LeadPorts(
                                leads,
                                new MemoryPoolPeople(units),
                                new MemorySuppressions(units),
                                new MemoryLeadImports(units)),
                        mailboxes,
                        new MemoryHolidays(new Holidays(List.of())),
                        activities,
                        events,
                        tasks),
                new MemoryCredits(units, UUID::randomUUID),
                new OutreachScenario.Scoring(
                        scores, weights, new MemoryScoringChoices(units), new MemoryBuyerSignals(units)),
                new FakeEmailSender(clock::get),
                new MemoryUnsubscribeLinks(URI.create("https://agency.example/u/")),
                campaign -> units.inTenant(
                        TenantScope.worker(campaign.clientId()),
                        () -> consents.declare(campaign.clientId(), campaign.id())));
    }
}
