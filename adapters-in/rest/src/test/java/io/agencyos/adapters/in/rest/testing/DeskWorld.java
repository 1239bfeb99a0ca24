package io.agencyos.adapters.in.rest.testing;

import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.adapters.in.http.testing.MemoryWorld;
import io.agencyos.adapters.in.rest.card.Moments;
import io.agencyos.adapters.in.rest.card.People;
import io.agencyos.adapters.in.rest.conversation.CampaignFeedRoutes;
import io.agencyos.adapters.in.rest.conversation.DeskRoutes;
import io.agencyos.adapters.in.rest.conversation.ReplyRoutes;
import io.agencyos.adapters.in.rest.conversation.TaskRoutes;
import io.agencyos.adapters.in.rest.conversation.ThreadRoutes;
import io.agencyos.adapters.in.rest.conversation.TimelineRoutes;
import io.agencyos.adapters.in.rest.conversion.BenchmarkRoutes;
import io.agencyos.adapters.in.rest.conversion.ExperimentRoutes;
import io.agencyos.adapters.in.rest.conversion.FigureRoutes;
import io.agencyos.adapters.in.rest.conversion.LearningSettingsRoutes;
import io.agencyos.adapters.in.rest.conversion.PatternRoutes;
import io.agencyos.adapters.in.rest.conversion.PlatformPatternRoutes;
import io.agencyos.adapters.in.rest.conversion.RecommendationRoutes;
import io.agencyos.adapters.in.rest.conversion.RefinementRoutes;
import io.agencyos.adapters.in.rest.conversion.ReportRoutes;
import io.agencyos.adapters.in.rest.conversion.SuggestionRoutes;
import io.agencyos.adapters.in.rest.deal.BookImportRoutes;
import io.agencyos.adapters.in.rest.deal.CustomerRoutes;
import io.agencyos.adapters.in.rest.deal.DealRoutes;
import io.agencyos.adapters.in.rest.deal.MeetingRoutes;
import io.agencyos.adapters.in.rest.outreach.SuppressionCheckRoutes;
import io.agencyos.adapters.in.rest.outreach.SuppressionRoutes;
import io.agencyos.adapters.in.rest.outreach.TouchRoutes;
import io.agencyos.adapters.in.rest.scoring.WeightDecisionRoutes;
import io.agencyos.adapters.out.leadfiles.CsvLeadFiles;
import io.agencyos.adapters.out.memory.campaign.MemoryEnrolments;
import io.agencyos.adapters.out.memory.conversation.MemoryReplies;
import io.agencyos.adapters.out.memory.conversation.MemoryTaskBoard;
import io.agencyos.adapters.out.memory.conversation.MemoryThreads;
import io.agencyos.adapters.out.memory.conversation.MemoryTimeline;
import io.agencyos.adapters.out.memory.conversation.MemoryTouchOutcomes;
import io.agencyos.adapters.out.memory.conversion.LearningTables;
import io.agencyos.adapters.out.memory.conversion.MemoryBenchmarks;
import io.agencyos.adapters.out.memory.conversion.MemoryCampaignResults;
import io.agencyos.adapters.out.memory.conversion.MemoryExperiments;
import io.agencyos.adapters.out.memory.conversion.MemoryFigures;
import io.agencyos.adapters.out.memory.conversion.MemoryLearningFacts;
import io.agencyos.adapters.out.memory.conversion.MemoryLearningSettings;
import io.agencyos.adapters.out.memory.conversion.MemoryPatterns;
import io.agencyos.adapters.out.memory.conversion.MemoryPlatformFindings;
import io.agencyos.adapters.out.memory.conversion.MemoryRefinementLog;
import io.agencyos.adapters.out.memory.conversion.MemoryReplyFigures;
import io.agencyos.adapters.out.memory.conversion.MemoryReports;
import io.agencyos.adapters.out.memory.conversion.MemorySaleFigures;
import io.agencyos.adapters.out.memory.conversion.MemorySearchBook;
import io.agencyos.adapters.out.memory.conversion.MemorySuggestions;
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
import io.agencyos.adapters.out.memory.outreach.MemoryChannelPlans;
import io.agencyos.adapters.out.memory.outreach.MemorySentLog;
import io.agencyos.adapters.out.memory.outreach.MemoryTouches;
import io.agencyos.adapters.out.memory.platform.MemoryTasks;
import io.agencyos.adapters.out.memory.resource.MemoryMailboxes;
import io.agencyos.adapters.out.memory.scoring.MemoryLeadScores;
import io.agencyos.adapters.out.memory.scoring.MemoryRescoreRequests;
import io.agencyos.adapters.out.memory.scoring.MemoryScoringChoices;
import io.agencyos.adapters.out.memory.scoring.MemoryWeightSets;
import io.agencyos.application.campaign.CampaignView;
import io.agencyos.application.campaign.store.CampaignTotals;
import io.agencyos.application.client.AuditTrail;
import io.agencyos.application.conversion.InboxPorts;
import io.agencyos.application.conversion.InboxReadings;
import io.agencyos.application.conversion.ReportUseCases;
import io.agencyos.application.conversion.experiment.ExperimentPorts;
import io.agencyos.application.conversion.experiment.HoldExperiments;
import io.agencyos.application.conversion.experiment.HoldExperimentsService;
import io.agencyos.application.conversion.learning.CheckLearning;
import io.agencyos.application.conversion.learning.CheckLearningService;
import io.agencyos.application.conversion.learning.LearningUseCases;
import io.agencyos.application.conversion.learning.ManageLearning;
import io.agencyos.application.conversion.learning.ManageLearningService;
import io.agencyos.application.conversion.learning.ShowPlatformLearningService;
import io.agencyos.application.conversion.learning.store.LearningPorts;
import io.agencyos.application.conversion.refine.ShowRefinementsService;
import io.agencyos.application.conversion.report.CompareWithPlatformService;
import io.agencyos.application.conversion.report.ReadReports;
import io.agencyos.application.conversion.report.ReadReportsService;
import io.agencyos.application.conversion.report.ReportPorts;
import io.agencyos.application.conversion.suggest.DecideSuggestionService;
import io.agencyos.application.conversion.suggest.SuggestCampaignsService;
import io.agencyos.application.conversion.suggest.SuggestionActions;
import io.agencyos.application.conversion.suggest.SuggestionPorts;
import io.agencyos.application.deal.DealUseCases;
import io.agencyos.application.deal.SaleUseCases;
import io.agencyos.application.deal.store.DealPorts;
import io.agencyos.application.lead.NoteOnLeadService;
import io.agencyos.application.lead.store.LeadPorts;
import io.agencyos.application.outreach.stop.StopOutreach;
import io.agencyos.application.outreach.suppression.SuppressionUseCases;
import io.agencyos.application.scoring.RecordPurchase;
import io.agencyos.application.scoring.weight.DecideWeightsService;
import io.agencyos.application.shared.PublishedSuffixes;
import io.agencyos.domain.campaign.enrolment.StopReason;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What people do at their desks, on a world's stores; what would be stopped is written down. */
public final class DeskWorld implements StopOutreach {

    public final MemoryWorld world;
    public final MemoryLeads leads;
    public final MemoryTouches touches;
    public final MemoryEnrolments enrolments;
    public final MemorySentLog sentLog;
    public final MemoryThreads threads;
    public final MemoryReplies replies;
    public final MemoryTasks tasks;
    public final MemoryTaskBoard board;
    public final MemoryActivities activities;
    public final MemoryMeetings meetings;
    public final MemoryDeals deals;
    public final MemoryCustomers customers;
    public final MemorySuppressions suppressions;
    public final MemoryPatterns patterns;
    public final MemorySuggestions suggestions;
    public final MemoryRefinementLog refinements;
    public final List<String> stopped = new ArrayList<>();

    public DeskWorld(MemoryWorld world) {
        this.world = world;
        MemoryUnitOfWork units = world.units;
        leads = new MemoryLeads(units);
        touches = new MemoryTouches(units, leads);
        enrolments = new MemoryEnrolments(units, world.campaigns, leads, touches);
        sentLog = new MemorySentLog(units, world.ids);
        threads = new MemoryThreads(units, sentLog);
        replies = new MemoryReplies(units, threads);
        tasks = new MemoryTasks(units);
        board = new MemoryTaskBoard(tasks);
        activities = new MemoryActivities(units);
        meetings = new MemoryMeetings(units);
        deals = new MemoryDeals(units);
        customers = new MemoryCustomers(units);
        patterns = new MemoryPatterns(units);
        suggestions = new MemorySuggestions(units);
        refinements = new MemoryRefinementLog(units);
        suppressions = new MemorySuppressions(units);
    }

    /** What people read of the conversation. */
    public InboxReadings readings() {
        return new InboxReadings(
                new InboxPorts(
                        replies,
                        threads,
                        board,
                        new MemoryTimeline(activities),
                        touches,
                        leads,
                        world.campaigns,
                        world.audit),
                world.units,
                world.clock,
                world.ids);
    }

    /** Every group of the reading side. */
    public List<RouteGroup> routes() {
        InboxReadings readings = readings();
        MemoryMeetingOutcomes meetingOutcomes = new MemoryMeetingOutcomes(world.units);
        MemoryLearningSettings learningSettings = world.learningSettings;
        DealPorts dealPorts = new DealPorts(
                meetings,
                bookingTouches(),
                meetingOutcomes,
                deals,
                new MemoryDealOutcomes(world.units, meetingOutcomes),
                customers,
                world.clients,
                leads,
                new MemoryPoolPeople(world.units),
                world.campaigns,
                threads,
                board,
                activities,
                world.events,
                world.audit,
                client -> learningSettings.of(client).horizons().ofATouch());
        DealUseCases dealUseCases = new DealUseCases(dealPorts, this, world.units, world.clock, world.ids);
        SaleUseCases sales = new SaleUseCases(
                dealPorts,
                this,
                suppressionUseCases().suppressNow(),
                (client, company, purchase) -> RecordPurchase.Outcome.NOT_SHARED,
                PublishedSuffixes.identityKeys(),
                new MemoryBookImports(world.units),
                new CsvLeadFiles(),
                world.units,
                world.clock,
                world.ids);
        LearningUseCases learned =
                new LearningUseCases(learning(learningSettings), world.units, world.clock, world.ids);
        ManageLearning manageLearning = new ManageLearningService(
                learningSettings, new AuditTrail(world.audit, world.clock, world.ids), world.units);
        People people = new People(world.identity.listMembers());
        Moments moments = Written.moments(world);
        HoldExperiments experiments = new HoldExperimentsService(
                new ExperimentPorts(
                        new MemoryExperiments(world.units, learningTables(), activities),
                        world.campaigns,
                        world.clients,
                        world.audit),
                world.units,
                world.clock,
                world.ids);
        return List.of(
                new ExperimentRoutes(experiments, world.clock),
                new RefinementRoutes(new ShowRefinementsService(refinements, world.units, world.clock)),
                new MeetingRoutes(dealUseCases, sales, moments),
                new DealRoutes(sales),
                new CustomerRoutes(sales),
                new BookImportRoutes(sales),
                new ReplyRoutes(readings, people, moments),
                new ThreadRoutes(readings),
                new TaskRoutes(readings, people, moments),
                new TimelineRoutes(readings, moments),
                new CampaignFeedRoutes(
                        readings,
                        (scope, id) -> world.units.inTenant(
                                scope.asWorker(),
                                () -> world.campaigns
                                        .find(scope.clientId(), id)
                                        .map(found -> new CampaignView(
                                                found,
                                                world.campaigns
                                                        .sequence(
                                                                scope.clientId(),
                                                                id,
                                                                found.sequence().version())
                                                        .orElseThrow(),
                                                Map.of(),
                                                CampaignTotals.Totals.NOTHING))),
                        moments),
                new TouchRoutes(readings),
                new SuppressionRoutes(suppressionUseCases(), sales.keepCustomers(), moments),
                new SuppressionCheckRoutes(suppressionUseCases()),
                new ReportRoutes(reports()),
                new FigureRoutes(figures(), reports().funnelCounts()),
                new BenchmarkRoutes(new CompareWithPlatformService(
                        new MemoryBenchmarks(List::of, counts()), counts(), world.units, world.clock)),
                new DeskRoutes(
                        new MemorySearchBook(leads, world.campaigns, replies, meetings),
                        new NoteOnLeadService(leads, activities, world.units, world.clock, world.ids),
                        world.units),
                new PatternRoutes(
                        learned,
                        new SuggestCampaignsService(
                                new SuggestionPorts(
                                        suggestions,
                                        campaignResults(),
                                        patterns,
                                        world.clients,
                                        world.campaigns,
                                        learningSettings),
                                world.units,
                                world.clock,
                                world.ids),
                        world.clock),
                new RecommendationRoutes(learned),
                new LearningSettingsRoutes(manageLearning),
                new WeightDecisionRoutes(new DecideWeightsService(
                        new MemoryWeightSets(world.units),
                        new MemoryRescoreRequests(world.units),
                        world.audit,
                        world.units,
                        world.clock,
                        world.ids)),
                new PlatformPatternRoutes(new ShowPlatformLearningService(learning(), world.units, world.clock)),
                new SuggestionRoutes(new DecideSuggestionService(
                        suggestions,
                        campaignResults(),
                        new SuggestionActions(new CampaignWorld(world).campaigns, manageLearning, experiments),
                        world.units,
                        world.clock,
                        world.ids)));
    }

    public ReportUseCases reports() {
        return new ReportUseCases(
                new MemoryReports(enrolments, sentLog, activities, replies, threads, meetings, deals),
                world.clients,
                world.campaigns,
                world.units,
                world.clock);
    }

    private MemoryFigures counts() {
        return new MemoryFigures(new MemoryFigures.Tables(
                sentLog, activities, replies, threads, meetings, deals, leads, enrolments, bookingTouches()));
    }

    private MemoryBookingTouches bookingTouches() {
        return new MemoryBookingTouches(
                world.units,
                sentLog,
                new MemoryTouchOutcomes(world.units, sentLog, touches, leads, new MemoryMailboxes(world.units)));
    }

    public ReadReports figures() {
        return new ReadReportsService(
                new ReportPorts(
                        counts(),
                        new MemorySaleFigures(deals, meetings),
                        new MemoryReplyFigures(replies, threads),
                        world.clients,
                        world.campaigns,
                        leads),
                world.units,
                world.clock);
    }

    /** Whether there is anything to learn. */
    public CheckLearning checkLearning() {
        return new CheckLearningService(learning(), world.units, world.clock);
    }

    /** The stores of learning. */
    public LearningPorts learning() {
        return learning(new MemoryLearningSettings(world.units));
    }

    private LearningPorts learning(MemoryLearningSettings settings) {
        return new LearningPorts(
                new MemoryLearningFacts(world.units, learningTables()),
                patterns,
                new MemoryWeightSets(world.units),
                new MemoryRescoreRequests(world.units),
                world.clients,
                world.events,
                new MemoryPlatformFindings(world.units),
                settings,
                new MemoryScoringChoices(world.units));
    }

    private MemoryCampaignResults campaignResults() {
        return new MemoryCampaignResults(new MemoryLearningFacts(world.units, learningTables()), learningTables());
    }

    private LearningTables learningTables() {
        return new LearningTables(
                sentLog,
                new MemoryMeetingOutcomes(world.units),
                new MemoryLeadScores(world.units),
                leads,
                world.campaigns,
                new MemoryChannelPlans(world.units, enrolments),
                meetings,
                replies,
                world.clients,
                bookingTouches());
    }

    private SuppressionUseCases suppressionUseCases() {
        return new SuppressionUseCases(
                new LeadPorts(
                        leads, new MemoryPoolPeople(world.units), suppressions, new MemoryLeadImports(world.units)),
                world.clients,
                world.campaigns,
                enrolments,
                this,
                world.audit,
                tasks,
                PublishedSuffixes.identityKeys(),
                world.units,
                world.clock,
                world.ids);
    }

    private Stopped stop(LeadId lead, String why) {
        stopped.add(why + " " + lead.text());
        return Stopped.NOTHING;
    }

    @Override
    public Stopped humanReply(ClientId client, LeadId lead) {
        return stop(lead, "replied");
    }

    @Override
    public Stopped stop(ClientId client, LeadId lead, StopReason reason) {
        return stop(lead, reason.wire());
    }

    @Override
    public Stopped convert(ClientId client, LeadId lead, String code) {
        return stop(lead, code);
    }

    @Override
    public Stopped snooze(ClientId client, LeadId lead, Instant until) {
        return stop(lead, "snoozed");
    }

    @Override
    public void resumeAfterMachineReply(ClientId client, LeadId lead) {
        stop(lead, "resumed");
    }

    @Override
    public Stopped closeChannel(ClientId client, LeadId lead, Channel channel, String code) {
        return stop(lead, code);
    }
}
