package io.agencyos.bootstrap.product;

import io.agencyos.adapters.out.postgres.allocation.PostgresAssignmentRuns;
import io.agencyos.adapters.out.postgres.allocation.PostgresHeldPeople;
import io.agencyos.adapters.out.postgres.allocation.PostgresLeadVetoes;
import io.agencyos.adapters.out.postgres.allocation.PostgresPacingBook;
import io.agencyos.adapters.out.postgres.allocation.PostgresPoolCandidates;
import io.agencyos.adapters.out.postgres.allocation.PostgresPoolHoldings;
import io.agencyos.adapters.out.postgres.allocation.PostgresUnassignedLeads;
import io.agencyos.adapters.out.postgres.allocation.PostgresUnreachedLeads;
import io.agencyos.adapters.out.postgres.campaign.PostgresCampaigns;
import io.agencyos.adapters.out.postgres.campaign.PostgresConsentDeclarations;
import io.agencyos.adapters.out.postgres.campaign.PostgresEnrolments;
import io.agencyos.adapters.out.postgres.client.PostgresClients;
import io.agencyos.adapters.out.postgres.client.PostgresCredits;
import io.agencyos.adapters.out.postgres.client.PostgresFoundingSpots;
import io.agencyos.adapters.out.postgres.content.PostgresSpendLedger;
import io.agencyos.adapters.out.postgres.conversation.PostgresComplaintCounts;
import io.agencyos.adapters.out.postgres.conversation.PostgresReplies;
import io.agencyos.adapters.out.postgres.conversation.PostgresSyncCursors;
import io.agencyos.adapters.out.postgres.conversation.PostgresTaskBoard;
import io.agencyos.adapters.out.postgres.conversation.PostgresThreads;
import io.agencyos.adapters.out.postgres.conversation.PostgresTimeline;
import io.agencyos.adapters.out.postgres.conversation.PostgresTouchOutcomes;
import io.agencyos.adapters.out.postgres.conversation.PostgresWebhookInbox;
import io.agencyos.adapters.out.postgres.conversion.PostgresExperiments;
import io.agencyos.adapters.out.postgres.conversion.PostgresLearningSettings;
import io.agencyos.adapters.out.postgres.conversion.PostgresPatterns;
import io.agencyos.adapters.out.postgres.conversion.PostgresReports;
import io.agencyos.adapters.out.postgres.deal.PostgresBookingTouches;
import io.agencyos.adapters.out.postgres.deal.PostgresMeetingOutcomes;
import io.agencyos.adapters.out.postgres.deal.PostgresMeetings;
import io.agencyos.adapters.out.postgres.lead.PostgresActivities;
import io.agencyos.adapters.out.postgres.lead.PostgresLeadImports;
import io.agencyos.adapters.out.postgres.lead.PostgresLeadMarks;
import io.agencyos.adapters.out.postgres.lead.PostgresLeadQueries;
import io.agencyos.adapters.out.postgres.lead.PostgresLeads;
import io.agencyos.adapters.out.postgres.lead.PostgresPhoneHolders;
import io.agencyos.adapters.out.postgres.lead.PostgresPlatformSuppressions;
import io.agencyos.adapters.out.postgres.lead.PostgresPoolPeople;
import io.agencyos.adapters.out.postgres.lead.PostgresSuppressions;
import io.agencyos.adapters.out.postgres.outreach.PostgresApprovals;
import io.agencyos.adapters.out.postgres.outreach.PostgresCallBook;
import io.agencyos.adapters.out.postgres.outreach.PostgresCallLog;
import io.agencyos.adapters.out.postgres.outreach.PostgresChannelAddresses;
import io.agencyos.adapters.out.postgres.outreach.PostgresChannelPlans;
import io.agencyos.adapters.out.postgres.outreach.PostgresConsentBasis;
import io.agencyos.adapters.out.postgres.outreach.PostgresContactRefs;
import io.agencyos.adapters.out.postgres.outreach.PostgresDueWork;
import io.agencyos.adapters.out.postgres.outreach.PostgresGateLog;
import io.agencyos.adapters.out.postgres.outreach.PostgresHolidayCalendar;
import io.agencyos.adapters.out.postgres.outreach.PostgresNumberRests;
import io.agencyos.adapters.out.postgres.outreach.PostgresPostBook;
import io.agencyos.adapters.out.postgres.outreach.PostgresPostPieces;
import io.agencyos.adapters.out.postgres.outreach.PostgresQuotas;
import io.agencyos.adapters.out.postgres.outreach.PostgresReplyFeedBook;
import io.agencyos.adapters.out.postgres.outreach.PostgresSentLog;
import io.agencyos.adapters.out.postgres.outreach.PostgresStopConfirmations;
import io.agencyos.adapters.out.postgres.outreach.PostgresTouches;
import io.agencyos.adapters.out.postgres.platform.PostgresAlerts;
import io.agencyos.adapters.out.postgres.platform.PostgresAudit;
import io.agencyos.adapters.out.postgres.platform.PostgresEmergencyStops;
import io.agencyos.adapters.out.postgres.platform.PostgresEvents;
import io.agencyos.adapters.out.postgres.platform.PostgresHookRemovals;
import io.agencyos.adapters.out.postgres.platform.PostgresIdempotentRequests;
import io.agencyos.adapters.out.postgres.platform.PostgresTasks;
import io.agencyos.adapters.out.postgres.platform.PostgresVendorAccounts;
import io.agencyos.adapters.out.postgres.platform.PostgresVendorHooks;
import io.agencyos.adapters.out.postgres.platform.PostgresVendorObjects;
import io.agencyos.adapters.out.postgres.platform.PostgresVendorUsage;
import io.agencyos.adapters.out.postgres.resource.PostgresMailboxes;
import io.agencyos.adapters.out.postgres.resource.PostgresSeats;
import io.agencyos.adapters.out.postgres.resource.PostgresSendingDomains;
import io.agencyos.adapters.out.postgres.resource.PostgresSendingNumbers;
import io.agencyos.adapters.out.postgres.scoring.PostgresBacktests;
import io.agencyos.adapters.out.postgres.scoring.PostgresBuyerSignals;
import io.agencyos.adapters.out.postgres.scoring.PostgresFrozenScores;
import io.agencyos.adapters.out.postgres.scoring.PostgresLeadScores;
import io.agencyos.adapters.out.postgres.scoring.PostgresRescoreQueue;
import io.agencyos.adapters.out.postgres.scoring.PostgresRescoreRequests;
import io.agencyos.adapters.out.postgres.scoring.PostgresScoringChoices;
import io.agencyos.adapters.out.postgres.scoring.PostgresWeightSets;
import io.agencyos.application.allocation.pacing.PacingBook;
import io.agencyos.application.allocation.pacing.StartPorts;
import io.agencyos.application.allocation.store.AllocationPorts;
import io.agencyos.application.allocation.store.UnreachedLeads;
import io.agencyos.application.campaign.store.Campaigns;
import io.agencyos.application.campaign.store.ConsentDeclarations;
import io.agencyos.application.client.Clients;
import io.agencyos.application.client.Credits;
import io.agencyos.application.client.billing.FoundingSpots;
import io.agencyos.application.content.SpendLedger;
import io.agencyos.application.conversation.store.ChannelBook;
import io.agencyos.application.conversation.store.ComplaintCounts;
import io.agencyos.application.conversation.store.ConversationStores;
import io.agencyos.application.conversation.store.Timeline;
import io.agencyos.application.conversion.Reports;
import io.agencyos.application.conversion.experiment.AssignVariants;
import io.agencyos.application.conversion.learning.PatternPreferences;
import io.agencyos.application.deal.store.BookingTouches;
import io.agencyos.application.deal.store.MeetingOutcomes;
import io.agencyos.application.deal.store.Meetings;
import io.agencyos.application.lead.store.Activities;
import io.agencyos.application.lead.store.LeadPorts;
import io.agencyos.application.lead.store.LeadQueries;
import io.agencyos.application.lead.store.PlatformSuppressions;
import io.agencyos.application.outreach.calendar.RememberedHolidays;
import io.agencyos.application.outreach.engine.ChannelPlanning;
import io.agencyos.application.outreach.engine.OutreachWorld;
import io.agencyos.application.outreach.post.PostPieces;
import io.agencyos.application.outreach.recording.CallBook;
import io.agencyos.application.outreach.store.ChannelAddresses;
import io.agencyos.application.outreach.store.ContactRefs;
import io.agencyos.application.outreach.store.DueWork;
import io.agencyos.application.outreach.store.NumberRests;
import io.agencyos.application.outreach.store.OutreachStores;
import io.agencyos.application.outreach.store.PostBook;
import io.agencyos.application.outreach.store.StopConfirmations;
import io.agencyos.application.platform.Alerts;
import io.agencyos.application.platform.Audit;
import io.agencyos.application.platform.EmergencyStops;
import io.agencyos.application.platform.Events;
import io.agencyos.application.platform.IdempotentRequests;
import io.agencyos.application.platform.secret.Sealer;
import io.agencyos.application.platform.usage.VendorUsage;
import io.agencyos.application.platform.vendor.HookRemovals;
import io.agencyos.application.platform.vendor.VendorHooks;
import io.agencyos.application.platform.vendor.VendorObjects;
import io.agencyos.application.resource.EverySender;
import io.agencyos.application.resource.MailboxRepository;
import io.agencyos.application.resource.SendingDomains;
import io.agencyos.application.resource.SendingNumbers;
import io.agencyos.application.scoring.rescore.ScoringTriggers;
import io.agencyos.application.scoring.store.ScoringPorts;
import io.agencyos.application.shared.KeptFreeMail;
import io.agencyos.bootstrap.product.account.WatchedAccounts;
import io.agencyos.domain.shared.Channel;
import java.util.Optional;
import java.util.Set;

/** Every port that PostgreSQL stands behind, made once. */
public final class Stores {

    /** The channels by which anything leaves: those that {@link Product} has an outlet for. */
    static final Set<Channel> LEAVING = Set.of(Channel.values());

    private static final String SUPPRESSION_SALT = "platform-suppression-salt/1";

    public final Clients clients;
    public final Credits credits;
    public final PacingBook pacing;
    public final Campaigns campaigns;
    public final ConsentDeclarations consents;
    final CallBook calls = new PostgresCallBook();
    public final Audit audit;
    public final Events events;
    public final LeadPorts leads;
    public final ScoringPorts scoring;
    public final ScoringTriggers triggers;
    public final MailboxRepository mailboxes;
    public final SendingDomains sendingDomains;
    public final SendingNumbers numbers;
    public final ChannelAddresses channelAddresses;
    public final ContactRefs contactRefs;
    public final StopConfirmations stopConfirmations = new PostgresStopConfirmations();
    public final NumberRests numberRests = new PostgresNumberRests();
    final PostBook postBook = new PostgresPostBook();
    final PostPieces postPieces = new PostgresPostPieces();
    public final EverySender senders;
    public final OutreachStores outreach;
    public final DueWork dueWork;
    public final PatternPreferences preferences;
    public final OutreachWorld outreachWorld;
    public final AllocationPorts allocation;
    public final Activities activities;
    public final ConversationStores conversation;
    public final ComplaintCounts complaintCounts;
    public final LeadQueries leadQueries;
    public final PostgresLeadMarks leadMarks;
    public final Timeline timeline;
    public final Meetings meetings;
    public final BookingTouches bookingTouches;
    public final MeetingOutcomes meetingOutcomes;
    public final Reports reports;
    public final Sealer sealer;
    public final WatchedAccounts vendorAccounts;
    public final VendorHooks vendorHooks;
    public final HookRemovals hookRemovals;
    public final VendorObjects vendorObjects;
    final VendorUsage vendorUsage = new PostgresVendorUsage();
    public final IdempotentRequests idempotentRequests;
    public final FoundingSpots foundingSpots;
    public final Alerts alerts;
    public final SpendLedger spendLedger;
    public final PlatformSuppressions platformSuppressions;
    public final UnreachedLeads unreachedLeads;
    /** Whose domains are nobody's company; who keeps the platform's settings adds to it. */
    public final KeptFreeMail freeMail = new KeptFreeMail();

    public final EmergencyStops emergencyStops = new PostgresEmergencyStops();

    final DoubtfulFacts doubtfulFacts = new DoubtfulFacts();

    Stores(Basis basis) {
        scoring = new ScoringPorts(
                new PostgresLeadScores(),
                new PostgresWeightSets(basis.ids()),
                new PostgresRescoreQueue(),
                new PostgresRescoreRequests(),
                new PostgresScoringChoices(),
                new PostgresBacktests(),
                new PostgresFrozenScores(),
                new PostgresBuyerSignals(),
                doubtfulFacts);
        triggers = new ScoringTriggers(scoring.requests(), basis.clock(), basis.ids());
        clients = new PostgresClients(basis.ids());
        credits = new PostgresCredits(basis.ids(), basis.clock());
        pacing = new PostgresPacingBook();
        campaigns = new PostgresCampaigns(basis.ids());
        consents = new PostgresConsentDeclarations();
        audit = new PostgresAudit();
        events = triggers.over(new PostgresEvents());
        PostgresSuppressions suppressions =
                new PostgresSuppressions(basis.secret().deriveText(SUPPRESSION_SALT));
        platformSuppressions = new PostgresPlatformSuppressions(suppressions);
        leads = new LeadPorts(
                new PostgresLeads(),
                new PostgresPoolPeople(basis.clock(), basis.ids()),
                triggers.over(suppressions),
                new PostgresLeadImports());
        mailboxes = new PostgresMailboxes(basis.ids());
        sendingDomains = new PostgresSendingDomains();
        numbers = new PostgresSendingNumbers();
        channelAddresses = new PostgresChannelAddresses();
        contactRefs = new PostgresContactRefs();
        senders = new EverySender(
                mailboxes,
                numbers,
                ChannelVendors::uses,
                new PostgresSeats(),
                client -> postBook.account(client).posts(),
                LEAVING);
        outreach = new OutreachStores(
                new PostgresEnrolments(),
                new PostgresTouches(),
                new PostgresQuotas(),
                new PostgresApprovals(),
                new PostgresGateLog(),
                new PostgresCallLog(),
                new PostgresSentLog(basis.ids()),
                new PostgresConsentBasis());
        dueWork = new PostgresDueWork();
        activities = new PostgresActivities(basis.clock());
        preferences = new PatternPreferences(new PostgresPatterns(), new PostgresLearningSettings(), basis.clock());
        outreachWorld = new OutreachWorld(
                        clients,
                        campaigns,
                        leads,
                        mailboxes,
                        new RememberedHolidays(new PostgresHolidayCalendar(basis.units()), System::nanoTime),
                        activities,
                        events,
                        new PostgresTasks())
                .steered(
                        preferences,
                        new ChannelPlanning(senders, Optional.of(new PostgresChannelPlans()), Optional.of(postBook)))
                .experimenting(new AssignVariants(new PostgresExperiments(), basis.clock()))
                .reading(new PostgresReplyFeedBook())
                .stoppedBy(emergencyStops);
        allocation = new AllocationPorts(
                new PostgresPoolCandidates(leads.people()),
                new PostgresAssignmentRuns(),
                senders,
                new PostgresUnassignedLeads(leads.leads()),
                new PostgresPoolHoldings(),
                new PostgresHeldPeople(leads.people()),
                new PostgresLeadVetoes());
        conversation = new ConversationStores(
                new PostgresWebhookInbox(basis.sealer()),
                new PostgresSyncCursors(),
                new PostgresTouchOutcomes(),
                new PostgresThreads(),
                new PostgresReplies(),
                new PostgresTaskBoard(),
                new ChannelBook(
                        new PostgresPhoneHolders(leads.leads()),
                        contactRefs,
                        channelAddresses,
                        stopConfirmations,
                        numberRests,
                        postPieces));
        complaintCounts = new PostgresComplaintCounts();
        leadQueries = new PostgresLeadQueries();
        leadMarks = new PostgresLeadMarks(suppressions);
        timeline = new PostgresTimeline();
        meetings = new PostgresMeetings();
        bookingTouches = new PostgresBookingTouches();
        meetingOutcomes = new PostgresMeetingOutcomes();
        reports = new PostgresReports();
        sealer = basis.sealer();
        vendorAccounts = new WatchedAccounts(new PostgresVendorAccounts(sealer, basis.ids()));
        vendorHooks = new PostgresVendorHooks(sealer, basis.ids());
        hookRemovals = new PostgresHookRemovals(sealer, basis.ids());
        vendorObjects = new PostgresVendorObjects(basis.units(), basis.ids(), basis.platformPool());
        idempotentRequests = new PostgresIdempotentRequests();
        foundingSpots = new PostgresFoundingSpots();
        alerts = new PostgresAlerts(basis.ids());
        spendLedger = new PostgresSpendLedger();
        unreachedLeads = new PostgresUnreachedLeads();
    }

    /** From what the lead starts of a client's day are counted. */
    StartPorts starts() {
        return new StartPorts(
                pacing, clients, outreach.enrolments(), mailboxes, outreach.quotas(), outreachWorld.holidays());
    }
}
