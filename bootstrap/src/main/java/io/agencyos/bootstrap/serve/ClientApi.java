package io.agencyos.bootstrap.serve;

import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.adapters.in.rest.allocation.AllocationRoutes;
import io.agencyos.adapters.in.rest.allocation.SourcingRoutes;
import io.agencyos.adapters.in.rest.campaign.CampaignCopyRoutes;
import io.agencyos.adapters.in.rest.campaign.CampaignRoutes;
import io.agencyos.adapters.in.rest.campaign.CampaignSenderRoutes;
import io.agencyos.adapters.in.rest.campaign.CampaignStateRoutes;
import io.agencyos.adapters.in.rest.campaign.ConsentRoutes;
import io.agencyos.adapters.in.rest.campaign.ConservationRoutes;
import io.agencyos.adapters.in.rest.campaign.OutreachStopRoutes;
import io.agencyos.adapters.in.rest.campaign.PriorityRoutes;
import io.agencyos.adapters.in.rest.campaign.SequenceRoutes;
import io.agencyos.adapters.in.rest.card.Moments;
import io.agencyos.adapters.in.rest.card.People;
import io.agencyos.adapters.in.rest.client.AccountRoutes;
import io.agencyos.adapters.in.rest.client.ApiKeyRoutes;
import io.agencyos.adapters.in.rest.client.AuthRoutes;
import io.agencyos.adapters.in.rest.client.BillingDeskRoutes;
import io.agencyos.adapters.in.rest.client.ClientRoutes;
import io.agencyos.adapters.in.rest.client.ClientSetUpRoutes;
import io.agencyos.adapters.in.rest.client.ClosingRoutes;
import io.agencyos.adapters.in.rest.client.IcpRoutes;
import io.agencyos.adapters.in.rest.client.InvitationRoutes;
import io.agencyos.adapters.in.rest.client.MeRoutes;
import io.agencyos.adapters.in.rest.client.MemberRoutes;
import io.agencyos.adapters.in.rest.client.OwnershipRoutes;
import io.agencyos.adapters.in.rest.client.PersonaRoutes;
import io.agencyos.adapters.in.rest.client.PublicPlanRoutes;
import io.agencyos.adapters.in.rest.client.RecoveryRoutes;
import io.agencyos.adapters.in.rest.client.SubscriptionRoutes;
import io.agencyos.adapters.in.rest.client.UsageRoutes;
import io.agencyos.adapters.in.rest.client.WaitlistRoutes;
import io.agencyos.adapters.in.rest.conversation.ArchiveRoutes;
import io.agencyos.adapters.in.rest.conversation.CampaignFeedRoutes;
import io.agencyos.adapters.in.rest.conversation.DeskRoutes;
import io.agencyos.adapters.in.rest.conversation.DraftRoutes;
import io.agencyos.adapters.in.rest.conversation.MessageRoutes;
import io.agencyos.adapters.in.rest.conversation.NoticeRoutes;
import io.agencyos.adapters.in.rest.conversation.ReplyCorrectionRoutes;
import io.agencyos.adapters.in.rest.conversation.ReplyRoutes;
import io.agencyos.adapters.in.rest.conversation.ResponseRoutes;
import io.agencyos.adapters.in.rest.conversation.TaskRoutes;
import io.agencyos.adapters.in.rest.conversation.ThreadRoutes;
import io.agencyos.adapters.in.rest.conversation.TimelineRoutes;
import io.agencyos.adapters.in.rest.conversion.BenchmarkRoutes;
import io.agencyos.adapters.in.rest.conversion.ExperimentRoutes;
import io.agencyos.adapters.in.rest.conversion.FigureRoutes;
import io.agencyos.adapters.in.rest.conversion.LearningJobRoutes;
import io.agencyos.adapters.in.rest.conversion.LearningSettingsRoutes;
import io.agencyos.adapters.in.rest.conversion.PatternRoutes;
import io.agencyos.adapters.in.rest.conversion.PlatformPatternRoutes;
import io.agencyos.adapters.in.rest.conversion.RecommendationRoutes;
import io.agencyos.adapters.in.rest.conversion.RefinementRoutes;
import io.agencyos.adapters.in.rest.conversion.ReportExportRoutes;
import io.agencyos.adapters.in.rest.conversion.ReportRoutes;
import io.agencyos.adapters.in.rest.conversion.SuggestionRoutes;
import io.agencyos.adapters.in.rest.deal.BookImportRoutes;
import io.agencyos.adapters.in.rest.deal.CustomerRoutes;
import io.agencyos.adapters.in.rest.deal.DealRoutes;
import io.agencyos.adapters.in.rest.deal.MeetingRoutes;
import io.agencyos.adapters.in.rest.lead.BulkRoutes;
import io.agencyos.adapters.in.rest.lead.EnrichmentRoutes;
import io.agencyos.adapters.in.rest.lead.ImportRoutes;
import io.agencyos.adapters.in.rest.lead.LeadCareRoutes;
import io.agencyos.adapters.in.rest.lead.LeadEditRoutes;
import io.agencyos.adapters.in.rest.lead.LeadExportRoutes;
import io.agencyos.adapters.in.rest.lead.LeadLists;
import io.agencyos.adapters.in.rest.lead.LeadReturnRoutes;
import io.agencyos.adapters.in.rest.lead.LeadRoutes;
import io.agencyos.adapters.in.rest.lead.LeadUploads;
import io.agencyos.adapters.in.rest.lead.LeadVetoRoutes;
import io.agencyos.adapters.in.rest.lead.PrivacyRoutes;
import io.agencyos.adapters.in.rest.outreach.ApprovalRoutes;
import io.agencyos.adapters.in.rest.outreach.CallRoutes;
import io.agencyos.adapters.in.rest.outreach.ChannelRoutes;
import io.agencyos.adapters.in.rest.outreach.ComplianceRoutes;
import io.agencyos.adapters.in.rest.outreach.EnrolmentRoutes;
import io.agencyos.adapters.in.rest.outreach.LeadConsentRoutes;
import io.agencyos.adapters.in.rest.outreach.LeadDraftRoutes;
import io.agencyos.adapters.in.rest.outreach.OutlookRoutes;
import io.agencyos.adapters.in.rest.outreach.PlannedDayRoutes;
import io.agencyos.adapters.in.rest.outreach.PostRoutes;
import io.agencyos.adapters.in.rest.outreach.PreviewRoutes;
import io.agencyos.adapters.in.rest.outreach.SandboxRoutes;
import io.agencyos.adapters.in.rest.outreach.SuppressionCheckRoutes;
import io.agencyos.adapters.in.rest.outreach.SuppressionRoutes;
import io.agencyos.adapters.in.rest.outreach.TouchRoutes;
import io.agencyos.adapters.in.rest.outreach.WashRoutes;
import io.agencyos.adapters.in.rest.platform.AuditRoutes;
import io.agencyos.adapters.in.rest.platform.EmergencyStopRoutes;
import io.agencyos.adapters.in.rest.platform.ExportRoutes;
import io.agencyos.adapters.in.rest.platform.FlowRoutes;
import io.agencyos.adapters.in.rest.platform.HealthRoutes;
import io.agencyos.adapters.in.rest.platform.InboundEventRoutes;
import io.agencyos.adapters.in.rest.platform.InboundHookRoutes;
import io.agencyos.adapters.in.rest.platform.IntegrationRoutes;
import io.agencyos.adapters.in.rest.platform.JobRoutes;
import io.agencyos.adapters.in.rest.platform.StaffExportRoutes;
import io.agencyos.adapters.in.rest.platform.StatusRoutes;
import io.agencyos.adapters.in.rest.platform.StreamRoutes;
import io.agencyos.adapters.in.rest.platform.SystemRunRoutes;
import io.agencyos.adapters.in.rest.platform.WebhookDeliveryRoutes;
import io.agencyos.adapters.in.rest.platform.WebhookRoutes;
import io.agencyos.adapters.in.rest.resource.PlacementRoutes;
import io.agencyos.adapters.in.rest.resource.ResourceDeskRoutes;
import io.agencyos.adapters.in.rest.resource.ResourceRoutes;
import io.agencyos.adapters.in.rest.resource.SeatDeskRoutes;
import io.agencyos.adapters.in.rest.resource.SeatRoutes;
import io.agencyos.adapters.in.rest.scoring.AlsWeightRoutes;
import io.agencyos.adapters.in.rest.scoring.BuyerRoutes;
import io.agencyos.adapters.in.rest.scoring.ScoreRoutes;
import io.agencyos.adapters.in.rest.scoring.WeightDecisionRoutes;
import io.agencyos.adapters.out.postgres.conversion.PostgresSearchBook;
import io.agencyos.adapters.out.postgres.outreach.PostgresCallBook;
import io.agencyos.adapters.out.postgres.outreach.PostgresOutlooks;
import io.agencyos.adapters.out.postgres.platform.PostgresEventFeed;
import io.agencyos.adapters.out.postgres.platform.PostgresIncidents;
import io.agencyos.adapters.out.postgres.platform.PostgresStamps;
import io.agencyos.application.conversation.ConversationUseCases;
import io.agencyos.application.conversion.suggest.SetUpAfterConfirming;
import io.agencyos.application.deal.SaleUseCases;
import io.agencyos.application.outreach.outlook.ExplainEnrolment;
import io.agencyos.application.outreach.outlook.ExplainEnrolmentService;
import io.agencyos.application.outreach.outlook.ShowChecks;
import io.agencyos.application.platform.FollowEventsService;
import io.agencyos.application.platform.KeepIncidents;
import io.agencyos.application.platform.flow.StartRun;
import io.agencyos.application.shared.PublishedSuffixes;
import io.agencyos.application.shared.ReadStampsService;
import io.agencyos.bootstrap.product.Calling;
import io.agencyos.bootstrap.product.Exports;
import io.agencyos.bootstrap.product.Farewell;
import io.agencyos.bootstrap.product.KillSwitch;
import io.agencyos.bootstrap.product.Learning;
import io.agencyos.bootstrap.product.Posting;
import io.agencyos.bootstrap.product.Privacy;
import io.agencyos.bootstrap.product.Product;
import io.agencyos.bootstrap.product.Programs;
import io.agencyos.bootstrap.product.Sales;
import io.agencyos.bootstrap.product.Stores;
import io.agencyos.bootstrap.product.Telling;
import io.agencyos.bootstrap.product.TwinKeeping;
import io.agencyos.bootstrap.product.Written;
import java.util.List;
import java.util.stream.Stream;

/** The routes of clients and of the people who belong to them. */
final class ClientApi {

    private final Product product;
    private final Programs programs;
    private final StartRun runs;
    private final People people;
    private final Moments moments;
    private final SaleUseCases sales;

    private ClientApi(Product product, Programs programs) {
        this.product = product;
        this.programs = programs;
        runs = product.background().engine().startRun();
        people = new People(product.identity().listMembers());
        moments = new Moments(
                new ReadStampsService(new PostgresStamps(), product.basis().units()));
        sales = Sales.of(product);
    }

    static List<RouteGroup> of(Product product, Programs programs, HealthRoutes health) {
        ClientApi api = new ClientApi(product, programs);
        return Stream.of(
                        List.<RouteGroup>of(health),
                        api.signingIn(),
                        api.programs(),
                        api.clients(),
                        api.senders(),
                        api.leads(),
                        api.scores(),
                        api.campaigns(),
                        api.outreach(),
                        api.answers(),
                        api.outcomes(),
                        api.learning(),
                        api.work())
                .flatMap(List::stream)
                .toList();
    }

    /** How people come in, and who they are. */
    private List<RouteGroup> signingIn() {
        return List.of(
                new AuthRoutes(
                        product.identity(),
                        product.accounts().useCases().completeSignIn(),
                        product.accessTokens(),
                        product.outside()
                                .signIn()
                                .told(product.outside().letterbox().selfSignUp())),
                new RecoveryRoutes(
                        product.accounts().useCases(), product.identity().acceptInvitation()),
                new AccountRoutes(product.accounts().useCases()),
                new MeRoutes(product.accounts().profiles()),
                new OwnershipRoutes(product.accounts().useCases().ownership()),
                new MemberRoutes(product.identity(), programs.access().changeMembers()),
                new InvitationRoutes(
                        product.identity().inviteMember(),
                        product.outside().letterbox().postman().isPresent()));
    }

    /** What programs come in with, and what is told to them. */
    private List<RouteGroup> programs() {
        return List.of(
                new ApiKeyRoutes(programs.access().keepApiKeys()),
                new WebhookRoutes(programs.webhooks().keepEndpoints(), moments),
                new WebhookDeliveryRoutes(programs.webhooks().follow()),
                new AuditRoutes(programs.readAudit()));
    }

    /** The client itself, its plan and whom it wants. */
    private List<RouteGroup> clients() {
        return List.of(
                new ClientRoutes(product.ownClients().openOwnClient()),
                new ClientSetUpRoutes(product.clientSetUp(), moments),
                new StatusRoutes(
                        List.of(Api.database(product)),
                        new KeepIncidents(
                                new PostgresIncidents(),
                                product.stores().audit,
                                product.basis().units(),
                                product.basis().clock(),
                                product.basis().ids())),
                new WaitlistRoutes(product.accounts().waitlist()),
                new NoticeRoutes(Telling.keeping(product)),
                new ClosingRoutes(Farewell.closing(product), new ClientSetUpRoutes(product.clientSetUp(), moments)),
                new SubscriptionRoutes(product.plans().billing()),
                new UsageRoutes(product.plans().usage(), product.plans().showCapacity()),
                new PublicPlanRoutes(product.plans().billing().foundingSpots()),
                new BillingDeskRoutes(product.plans().billing()),
                new IcpRoutes(
                        product.clientSetUp(),
                        new SetUpAfterConfirming(product.clientSetUp().confirmIcp(), runs),
                        product.scoring().changeScoring(),
                        moments),
                new PersonaRoutes(
                        product.clientSetUp().personas(),
                        product.senders().seats().manageSeats(),
                        moments));
    }

    /** Accounts at vendors, what is sent from, and what each channel must keep. */
    private List<RouteGroup> senders() {
        return List.of(
                new IntegrationRoutes(product.vendors()),
                new InboundHookRoutes(product.vendors().hooks()),
                new ResourceRoutes(
                        product.resources(), product.senders().lending().listResources()),
                new ResourceDeskRoutes(product.senders().lending().desk()),
                new WashRoutes(product.senders().washes().desk()),
                new CallRoutes(product.calling().keepCalls()),
                new LeadConsentRoutes(product.calling().keepConsents()),
                new ComplianceRoutes(Calling.compliance(product)),
                new SandboxRoutes(TwinKeeping.of(product).simulate()),
                new PostRoutes(Posting.keepPost(product), Posting.keepHouses(product)),
                new SeatRoutes(product.senders().seats(), moments),
                new InboundEventRoutes(ConversationUseCases.inboxDesk(
                        product.stores().conversation.inbox(),
                        product.stores().leads.leads(),
                        product.stores().audit::append,
                        product.basis().units(),
                        product.basis().clock(),
                        product.basis().ids())),
                new PlacementRoutes(product.watch().recordPlacement()),
                new SeatDeskRoutes(
                        product.senders().seats().desk(), product.basis().clock(), moments));
    }

    /** Leads: where they come from, and who gets them. */
    private List<RouteGroup> leads() {
        return List.of(
                new LeadRoutes(product.leadReads().listLeads()),
                new LeadEditRoutes(product.leadEditing(), product.leadReads().listLeads()),
                new LeadReturnRoutes(product.allocation(), product.leadReads().listLeads()),
                new EnrichmentRoutes(product.enrichment(), runs),
                new BulkRoutes(runs),
                new LeadVetoRoutes(product.poolKeeping().vetoLead()),
                new ImportRoutes(
                        new LeadUploads(product.background().uploads()),
                        new LeadLists(
                                product.leads().importLeads(),
                                product.leadReads().listImports()),
                        product.leadReads().listImports(),
                        product.leads().undoImport(),
                        people),
                new AllocationRoutes(product.allocation()),
                new SourcingRoutes(product.allocation().sourcingPlan(), runs));
    }

    /** Scores and what makes them. */
    private List<RouteGroup> scores() {
        return List.of(
                new ScoreRoutes(product.scoring()),
                new AlsWeightRoutes(product.scoring(), runs),
                new BuyerRoutes(
                        product.plans().buyers(),
                        product.plans().learning(),
                        PublishedSuffixes.identityKeys(product.stores().freeMail)));
    }

    /** Campaigns, their sequences, and what stops them. */
    private List<RouteGroup> campaigns() {
        return List.of(
                new CampaignRoutes(
                        product.campaigns(), product.outreach().approveWaiting(product.stores().audit::append)),
                new CampaignStateRoutes(product.campaigns()),
                new CampaignSenderRoutes(product.senders().choice(), moments),
                new CampaignCopyRoutes(product.campaigns()),
                new PriorityRoutes(product.campaigns().sharePriorities()),
                new ConsentRoutes(product.campaigns()),
                new ConservationRoutes(product.campaigns()),
                new SequenceRoutes(product.campaigns()),
                new PreviewRoutes(product.outreach().previewStep()),
                new LeadDraftRoutes(product.outreach().writeDraft(), runs),
                new OutreachStopRoutes(product.campaigns()));
    }

    /** What goes out, what will, and whom it must not reach. */
    private List<RouteGroup> outreach() {
        return List.of(
                new ChannelRoutes(product.outreach().explainChannels()),
                new OutlookRoutes(product.watch().outlook()),
                new PlannedDayRoutes(product.outreach().previewOutreach(), product.clientSetUp()),
                new EnrolmentRoutes(
                        enrolments(),
                        ShowChecks.over(
                                product.stores().outreach.gateLog(),
                                product.stores().leads.leads(),
                                product.basis().units())),
                new ApprovalRoutes(
                        product.outreach().listApprovals(),
                        product.outreach().decideApproval(product.stores().audit::append),
                        people,
                        moments),
                new TouchRoutes(product.inbox()),
                new SuppressionRoutes(product.suppressions(), sales.keepCustomers(), moments),
                new PrivacyRoutes(Privacy.keeping(product)),
                new SuppressionCheckRoutes(product.suppressions()));
    }

    /** What came back, and what is done about it. */
    private List<RouteGroup> answers() {
        return List.of(
                new ReplyRoutes(product.inbox(), people, moments),
                new ReplyCorrectionRoutes(
                        product.conversation().correctReply(product.stores().audit::append),
                        product.inbox(),
                        people,
                        moments),
                new LeadCareRoutes(Written.care(product), product.leadReads().listLeads()),
                new ResponseRoutes(Written.answers(product)),
                new MessageRoutes(Written.byHand(product), Written.drafts(product)),
                new DraftRoutes(Written.drafts(product), people),
                new ArchiveRoutes(Written.archive(product)),
                new ThreadRoutes(product.inbox()),
                new TaskRoutes(product.inbox(), people, moments),
                new TimelineRoutes(product.inbox(), moments),
                new CampaignFeedRoutes(product.inbox(), product.campaigns().showCampaign(), moments));
    }

    /** Meetings, deals, customers, and the figures on them. */
    private List<RouteGroup> outcomes() {
        return List.of(
                new MeetingRoutes(product.deals(), sales, moments),
                new DealRoutes(sales),
                new CustomerRoutes(sales),
                new BookImportRoutes(sales),
                new ReportRoutes(product.reports()),
                new FigureRoutes(Sales.figures(product), product.reports().funnelCounts()),
                new BenchmarkRoutes(Sales.benchmarks(product)),
                new DeskRoutes(
                        new PostgresSearchBook(),
                        Sales.notes(product),
                        product.basis().units()));
    }

    /** What is learned of all that. */
    private List<RouteGroup> learning() {
        return List.of(
                new PatternRoutes(
                        Learning.of(product),
                        Learning.suggestions(product),
                        product.basis().clock()),
                new RecommendationRoutes(Learning.of(product)),
                new LearningSettingsRoutes(Learning.settings(product)),
                new SuggestionRoutes(Learning.decisions(product)),
                new RefinementRoutes(Learning.refinements(product)),
                new ExperimentRoutes(
                        Learning.experiments(product), product.basis().clock()),
                new LearningJobRoutes(Learning.check(product), Learning.suggestions(product), runs),
                new WeightDecisionRoutes(Learning.weightDecisions(product)),
                new PlatformPatternRoutes(Learning.acrossClients(product)));
    }

    /** Work in the background, its files, and its news. */
    private List<RouteGroup> work() {
        return List.of(
                new JobRoutes(product.background().engine()),
                new LeadExportRoutes(runs),
                new ReportExportRoutes(runs),
                new ExportRoutes(Exports.fetch(product)),
                new StaffExportRoutes(product.background().engine().platform(), Exports.fetch(product)),
                new FlowRoutes(product.background().watch()),
                new StreamRoutes(
                        new FollowEventsService(
                                new PostgresEventFeed(),
                                product.basis().units(),
                                product.basis().clock()),
                        StreamRoutes.Pace.usual()),
                new SystemRunRoutes(
                        product.background().engine(), product.background().watch()),
                new EmergencyStopRoutes(KillSwitch.of(product)));
    }

    private ExplainEnrolment enrolments() {
        Stores stores = product.stores();
        return new ExplainEnrolmentService(
                stores.leads.leads(),
                new PostgresOutlooks(),
                stores.campaigns,
                stores.outreach.enrolments(),
                stores.outreach.touches(),
                new PostgresCallBook(),
                product.basis().units(),
                product.basis().clock());
    }
}
