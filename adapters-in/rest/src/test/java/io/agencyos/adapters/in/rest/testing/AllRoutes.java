package io.agencyos.adapters.in.rest.testing;

import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.adapters.in.http.testing.ConversationInMemory;
import io.agencyos.adapters.in.http.testing.MemoryWorld;
import io.agencyos.adapters.in.http.testing.SeatsInMemory;
import io.agencyos.adapters.in.rest.allocation.AllocationRoutes;
import io.agencyos.adapters.in.rest.allocation.PoolMoveRoutes;
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
import io.agencyos.adapters.in.rest.card.DeletedRoutes;
import io.agencyos.adapters.in.rest.card.Moments;
import io.agencyos.adapters.in.rest.card.People;
import io.agencyos.adapters.in.rest.client.AccountRoutes;
import io.agencyos.adapters.in.rest.client.ApiKeyRoutes;
import io.agencyos.adapters.in.rest.client.AuthRoutes;
import io.agencyos.adapters.in.rest.client.BillingDeskRoutes;
import io.agencyos.adapters.in.rest.client.ClientRoutes;
import io.agencyos.adapters.in.rest.client.ClientSetUpRoutes;
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
import io.agencyos.adapters.in.rest.conversation.DraftRoutes;
import io.agencyos.adapters.in.rest.conversation.MessageRoutes;
import io.agencyos.adapters.in.rest.conversation.NoticeRoutes;
import io.agencyos.adapters.in.rest.conversation.ReplyCorrectionRoutes;
import io.agencyos.adapters.in.rest.conversation.ResponseRoutes;
import io.agencyos.adapters.in.rest.conversion.LearningJobRoutes;
import io.agencyos.adapters.in.rest.lead.BulkRoutes;
import io.agencyos.adapters.in.rest.lead.EnrichmentRoutes;
import io.agencyos.adapters.in.rest.lead.ImportRoutes;
import io.agencyos.adapters.in.rest.lead.LeadCareRoutes;
import io.agencyos.adapters.in.rest.lead.LeadEditRoutes;
import io.agencyos.adapters.in.rest.lead.LeadLists;
import io.agencyos.adapters.in.rest.lead.LeadReturnRoutes;
import io.agencyos.adapters.in.rest.lead.LeadRoutes;
import io.agencyos.adapters.in.rest.lead.LeadUploads;
import io.agencyos.adapters.in.rest.lead.LeadVetoRoutes;
import io.agencyos.adapters.in.rest.outreach.ApprovalRoutes;
import io.agencyos.adapters.in.rest.outreach.ChannelRoutes;
import io.agencyos.adapters.in.rest.outreach.EnrolmentRoutes;
import io.agencyos.adapters.in.rest.outreach.LeadDraftRoutes;
import io.agencyos.adapters.in.rest.outreach.OutlookRoutes;
import io.agencyos.adapters.in.rest.outreach.PlannedDayRoutes;
import io.agencyos.adapters.in.rest.outreach.PreviewRoutes;
import io.agencyos.adapters.in.rest.outreach.SandboxRoutes;
import io.agencyos.adapters.in.rest.platform.AuditRoutes;
import io.agencyos.adapters.in.rest.platform.DefectRoutes;
import io.agencyos.adapters.in.rest.platform.EmergencyStopRoutes;
import io.agencyos.adapters.in.rest.platform.FlowRoutes;
import io.agencyos.adapters.in.rest.platform.HealthRoutes;
import io.agencyos.adapters.in.rest.platform.InboundHookRoutes;
import io.agencyos.adapters.in.rest.platform.IntegrationRoutes;
import io.agencyos.adapters.in.rest.platform.JobRoutes;
import io.agencyos.adapters.in.rest.platform.StatusRoutes;
import io.agencyos.adapters.in.rest.platform.StreamRoutes;
import io.agencyos.adapters.in.rest.platform.SystemRunRoutes;
import io.agencyos.adapters.in.rest.platform.WebhookDeliveryRoutes;
import io.agencyos.adapters.in.rest.platform.WebhookRoutes;
import io.agencyos.adapters.in.rest.resource.PlacementRoutesTest;
import io.agencyos.adapters.in.rest.resource.ResourceDeskRoutes;
import io.agencyos.adapters.in.rest.resource.ResourceRoutes;
import io.agencyos.adapters.in.rest.resource.SeatDeskRoutes;
import io.agencyos.adapters.in.rest.resource.SeatRoutes;
import io.agencyos.adapters.in.rest.scoring.AlsWeightRoutes;
import io.agencyos.adapters.in.rest.scoring.BuyerRoutes;
import io.agencyos.adapters.in.rest.scoring.ScoreRoutes;
import io.agencyos.adapters.in.web.conversation.UnsubscribeRoutes;
import io.agencyos.adapters.in.web.reference.DocsRoutes;
import io.agencyos.adapters.in.webhooks.HookRoutes;
import io.agencyos.adapters.out.memory.conversation.MemoryComposeDrafts;
import io.agencyos.adapters.out.memory.conversation.MemoryOptOutWishes;
import io.agencyos.adapters.out.memory.conversation.MemorySentMessages;
import io.agencyos.adapters.out.memory.outreach.FakeOutsideWorld;
import io.agencyos.adapters.out.memory.outreach.MemoryConsentBasis;
import io.agencyos.adapters.out.memory.platform.MemoryDeletedThings;
import io.agencyos.adapters.out.memory.platform.MemoryEmergencyStops;
import io.agencyos.application.allocation.AllocationScenario;
import io.agencyos.application.allocation.BulkBook;
import io.agencyos.application.client.identity.KeepProfileService;
import io.agencyos.application.conversation.ConversationUseCases;
import io.agencyos.application.conversation.KeepDrafts;
import io.agencyos.application.conversation.KeepDraftsService;
import io.agencyos.application.conversion.ReadArchiveService;
import io.agencyos.application.lead.CareForLeadService;
import io.agencyos.application.outreach.sandbox.SimulateEventService;
import io.agencyos.application.platform.FollowEventsService;
import io.agencyos.application.platform.PullEmergencyStopService;
import io.agencyos.application.platform.ReadAuditService;
import io.agencyos.application.platform.flow.Flow;
import io.agencyos.application.platform.vendor.FakeConnector;
import io.agencyos.application.shared.PublishedSuffixes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Every group of the product, on one world; a group that is missing here is checked by nobody. */
public final class AllRoutes {

    private AllRoutes() {}

    public static List<RouteGroup> on(MemoryWorld world) {
        return on(world, new CampaignWorld(world));
    }

    /** The same, for a test that looks at the stores beneath. */
    public static List<RouteGroup> on(MemoryWorld world, CampaignWorld campaigns) {
        SeatsInMemory seats = new SeatsInMemory(world);
        Moments moments = Written.moments(world);
        MemoryConsentBasis consents = new MemoryConsentBasis(world.units);
        AllocationScenario pool = PoolWorld.on(world);
        EnrichmentInMemory enrichment = new EnrichmentInMemory(world, pool, client -> Optional.empty());
        DeskWorld desk = new DeskWorld(world);
        ExportsInMemory exports = new ExportsInMemory(world);
        PrivacyInMemory privacy = new PrivacyInMemory(world, exports.files());
        FlowWorld flows = new FlowWorld(
                world,
                Stream.of(
                                PoolWorld.flows(pool),
                                BulkBook.flows(pool, world.leadQueries),
                                exports.flows(desk),
                                List.of(
                                        enrichment.flow(),
                                        pool.scoring().backtestJob(),
                                        campaigns.outreach.draftJob(),
                                        exports.staffFlow(StaffInMemory.keepClients(world, campaigns, desk)),
                                        privacy.flow()))
                        .<Flow<?>>flatMap(List::stream)
                        .toList());
        ConversationUseCases conversation = ConversationInMemory.on(world);
        List<RouteGroup> first = List.of(
                new DocsRoutes(),
                new HealthRoutes("1.2.3", List.of()),
                new ClientRoutes(world.ownClients.openOwnClient()),
                new AuthRoutes(
                        world.identity,
                        world.accounts.completeSignIn(),
                        world.tokens,
                        AuthRoutes.Config.embedded(true)),
                new RecoveryRoutes(world.accounts, world.identity.acceptInvitation()),
                new AccountRoutes(world.accounts),
                new OwnershipRoutes(world.accounts.ownership()),
                new MeRoutes(new KeepProfileService(world.users, world.profiles, world.units)),
                new MemberRoutes(world.identity, world.access.changeMembers()),
                new InvitationRoutes(world.identity.inviteMember(), false),
                new ApiKeyRoutes(world.access.keepApiKeys()),
                new WebhookRoutes(world.webhooks.keepEndpoints(), moments),
                new WebhookDeliveryRoutes(world.webhooks.follow()),
                new AuditRoutes(new ReadAuditService(world.audit, world.units)),
                new IntegrationRoutes(world.vendors(new FakeConnector(), MemoryWorld.PUBLIC_URL)),
                new InboundHookRoutes(world.vendors(new FakeConnector(), MemoryWorld.PUBLIC_URL)
                        .hooks()),
                new LeadRoutes(world.leadReads.listLeads()),
                new LeadEditRoutes(world.leadEditing, world.leadReads.listLeads()),
                new LeadReturnRoutes(pool.allocation(), world.leadReads.listLeads()),
                new EnrichmentRoutes(enrichment.enrich, flows.engine.startRun()),
                new BulkRoutes(flows.engine.startRun()),
                new LeadVetoRoutes(pool.keeping().vetoLead()),
                new PoolMoveRoutes(pool.keeping().movePeople()),
                new ImportRoutes(
                        new LeadUploads(flows.uploads()),
                        new LeadLists(world.leadUseCases.importLeads(), world.leadReads.listImports()),
                        world.leadReads.listImports(),
                        world.leadUseCases.undoImport(),
                        new People(world.identity.listMembers())),
                new ClientSetUpRoutes(campaigns.clients, moments),
                campaigns.closing(moments),
                new NoticeRoutes(world.notices),
                new StatusRoutes(List.of(), world.incidents),
                new WaitlistRoutes(world.waitlist),
                new SubscriptionRoutes(world.billing),
                new UsageRoutes(world.usage, world.capacity),
                new PublicPlanRoutes(world.billing.foundingSpots()),
                new BillingDeskRoutes(world.billing),
                new IcpRoutes(campaigns.clients, pool.scoring().changeScoring(), moments),
                new PersonaRoutes(campaigns.clients.personas(), seats.seats.manageSeats(), moments),
                new CampaignRoutes(campaigns.campaigns, campaigns.outreach.approveWaiting(world.audit::append)),
                new CampaignSenderRoutes(campaigns.choice, moments),
                new CampaignStateRoutes(campaigns.campaigns),
                new CampaignCopyRoutes(campaigns.campaigns),
                new PriorityRoutes(campaigns.campaigns.sharePriorities()),
                new ConsentRoutes(campaigns.campaigns),
                new ConservationRoutes(campaigns.campaigns),
                new SequenceRoutes(campaigns.campaigns),
                new PreviewRoutes(campaigns.outreach.previewStep()),
                new LeadDraftRoutes(campaigns.outreach.writeDraft(), flows.engine.startRun()),
                new OutreachStopRoutes(campaigns.campaigns),
                new ResourceRoutes(campaigns.resources, campaigns.lending.listResources()),
                new ResourceDeskRoutes(campaigns.lending.desk()),
                PlacementRoutesTest.inMemory(world),
                WashesInMemory.routes(world),
                CallsInMemory.routes(world),
                CallsInMemory.consents(world, consents),
                CallsInMemory.compliance(world, consents),
                PostInMemory.routes(world, campaigns),
                new SeatRoutes(seats.seats, moments),
                InboxInMemory.routes(world),
                new SeatDeskRoutes(seats.seats.desk(), world.clock, moments),
                new ChannelRoutes(campaigns.outreach.explainChannels()),
                new OutlookRoutes(campaigns.outlook),
                new PlannedDayRoutes(campaigns.outreach.previewOutreach(), campaigns.clients),
                new EnrolmentRoutes(campaigns.enrolment, campaigns.checks),
                new ApprovalRoutes(
                        campaigns.outreach.listApprovals(),
                        campaigns.outreach.decideApproval(world.audit::append),
                        new People(world.identity.listMembers()),
                        moments),
                new AlsWeightRoutes(pool.scoring(), flows.engine.startRun()),
                new HookRoutes(conversation.receiveWebhook(), conversation.answerLive()),
                new UnsubscribeRoutes(
                        conversation.showUnsubscribe(),
                        conversation.unsubscribe(),
                        conversation.sendOptOutLinks(new MemoryOptOutWishes(world.units), mail -> {})),
                new AllocationRoutes(pool.allocation()),
                new SourcingRoutes(pool.allocation().sourcingPlan(), flows.engine.startRun()),
                new ScoreRoutes(pool.scoring()),
                new BuyerRoutes(world.buyers(pool), world.learning, PublishedSuffixes.identityKeys()),
                new JobRoutes(flows.engine),
                new FlowRoutes(flows.watch),
                new StreamRoutes(
                        new FollowEventsService(world.events, world.units, world.clock),
                        new StreamRoutes.Pace(Duration.ofMillis(20), Duration.ZERO)),
                new SystemRunRoutes(flows.engine, flows.watch),
                new DefectRoutes(world.defects),
                new EmergencyStopRoutes(new PullEmergencyStopService(
                        new MemoryEmergencyStops(world.units),
                        Set.of("salesforge"),
                        world.users::platformAdmins,
                        world.audit,
                        world.units,
                        world.clock,
                        world.ids)));
        RouteGroup learning = new LearningJobRoutes(desk.checkLearning(), scope -> true, flows.engine.startRun());
        RouteGroup corrections = new ReplyCorrectionRoutes(
                conversation.correctReply(world.audit::append),
                desk.readings(),
                new People(world.identity.listMembers()),
                moments);
        KeepDrafts drafts =
                new KeepDraftsService(new MemoryComposeDrafts(world.units), desk.leads, world.units, world.clock);
        List<RouteGroup> byHand = List.of(
                new LeadCareRoutes(
                        new CareForLeadService(world.leads, world.audit::append, world.units, world.clock, world.ids),
                        world.leadReads.listLeads()),
                new ResponseRoutes(conversation.answerReply(campaigns.outreach.writtenByHand(), world.audit::append)),
                new SandboxRoutes(new SimulateEventService(
                        world.clients,
                        world.leads,
                        world.touches,
                        new FakeOutsideWorld(),
                        twin -> {},
                        world.units,
                        world.clock,
                        world.ids)),
                new MessageRoutes(campaigns.outreach.writtenByHand(), drafts),
                new DraftRoutes(drafts, new People(world.identity.listMembers())),
                new ArchiveRoutes(new ReadArchiveService(
                        new MemorySentMessages(desk.sentLog, desk.activities),
                        desk.leads,
                        world.campaigns,
                        world.units,
                        world.clock)));
        List<RouteGroup> all = Stream.of(
                        first,
                        desk.routes(),
                        List.of(learning, corrections, privacy.routes(flows.engine.startRun())),
                        byHand,
                        exports.routes(flows.engine),
                        StaffInMemory.routes(world, campaigns, desk))
                .flatMap(List::stream)
                .toList();
        return new DeletedRoutes(new MemoryDeletedThings(world.units, world.campaigns, world.leads), world.units)
                .over(all);
    }
}
