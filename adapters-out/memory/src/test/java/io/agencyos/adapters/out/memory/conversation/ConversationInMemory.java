package io.agencyos.adapters.out.memory.conversation;

import io.agencyos.adapters.out.memory.campaign.MemoryCampaigns;
import io.agencyos.adapters.out.memory.campaign.MemoryEnrolments;
import io.agencyos.adapters.out.memory.client.MemoryClients;
import io.agencyos.adapters.out.memory.client.MemoryCredits;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.adapters.out.memory.lead.MemoryActivities;
import io.agencyos.adapters.out.memory.lead.MemoryLeadImports;
import io.agencyos.adapters.out.memory.lead.MemoryLeads;
import io.agencyos.adapters.out.memory.lead.MemoryPhoneHolders;
import io.agencyos.adapters.out.memory.lead.MemoryPhoneProofs;
import io.agencyos.adapters.out.memory.lead.MemoryPoolPeople;
import io.agencyos.adapters.out.memory.lead.MemorySuppressions;
import io.agencyos.adapters.out.memory.outreach.FakeEmailSender;
import io.agencyos.adapters.out.memory.outreach.MemoryApprovals;
import io.agencyos.adapters.out.memory.outreach.MemoryCallArchive;
import io.agencyos.adapters.out.memory.outreach.MemoryCallBook;
import io.agencyos.adapters.out.memory.outreach.MemoryCallLog;
import io.agencyos.adapters.out.memory.outreach.MemoryChannelAddresses;
import io.agencyos.adapters.out.memory.outreach.MemoryConsentBasis;
import io.agencyos.adapters.out.memory.outreach.MemoryContactRefs;
import io.agencyos.adapters.out.memory.outreach.MemoryGateLog;
import io.agencyos.adapters.out.memory.outreach.MemoryHolidays;
import io.agencyos.adapters.out.memory.outreach.MemoryNumberRests;
import io.agencyos.adapters.out.memory.outreach.MemoryPostPieces;
import io.agencyos.adapters.out.memory.outreach.MemoryQuotas;
import io.agencyos.adapters.out.memory.outreach.MemoryReplyFeedBook;
import io.agencyos.adapters.out.memory.outreach.MemorySentLog;
import io.agencyos.adapters.out.memory.outreach.MemoryStopConfirmations;
import io.agencyos.adapters.out.memory.outreach.MemoryTouches;
import io.agencyos.adapters.out.memory.outreach.MemoryUnsubscribeLinks;
import io.agencyos.adapters.out.memory.platform.MemoryAlerts;
import io.agencyos.adapters.out.memory.platform.MemoryEvents;
import io.agencyos.adapters.out.memory.platform.MemoryTasks;
import io.agencyos.adapters.out.memory.platform.flow.MemoryBreakers;
import io.agencyos.adapters.out.memory.resource.MemoryMailboxes;
import io.agencyos.adapters.out.memory.resource.MemorySeatConnections;
import io.agencyos.adapters.out.memory.resource.MemorySeats;
import io.agencyos.adapters.out.memory.resource.MemorySendingDomains;
import io.agencyos.adapters.out.memory.resource.MemorySendingNumbers;
import io.agencyos.adapters.out.memory.scoring.MemoryBuyerSignals;
import io.agencyos.adapters.out.memory.scoring.MemoryLeadScores;
import io.agencyos.adapters.out.memory.scoring.MemoryScoringChoices;
import io.agencyos.adapters.out.memory.scoring.MemoryWeightSets;
import io.agencyos.application.conversation.ConversationStories;
import io.agencyos.application.conversation.store.ChannelBook;
import io.agencyos.application.conversation.store.ConversationStores;
import io.agencyos.application.lead.store.LeadPorts;
import io.agencyos.application.outreach.OutreachScenario;
import io.agencyos.application.outreach.engine.OutreachWorld;
import io.agencyos.application.outreach.phone.VoicePorts;
import io.agencyos.application.outreach.store.OutreachStores;
import io.agencyos.application.outreach.wash.DoNotCallStandings;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.outreach.calendar.Holidays;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The stores of outreach and conversation on one unit of work. */
public final class ConversationInMemory {

    private ConversationInMemory() {}

    public static ConversationStories.Ground ground(FakeEmailSender sender) {
        MemoryUnitOfWork units = new MemoryUnitOfWork();
        MemoryLeads leads = new MemoryLeads(units);
        MemoryCampaigns campaigns = new MemoryCampaigns(units);
        MemoryTouches touches = new MemoryTouches(units, leads);
        MemoryEnrolments enrolments = new MemoryEnrolments(units, campaigns, leads, touches);
        MemoryConsentBasis consents = new MemoryConsentBasis(units);
        MemorySentLog sentLog = new MemorySentLog(units, UUID::randomUUID);
        MemoryThreads threads = new MemoryThreads(units, sentLog);
        MemoryMailboxes mailboxes = new MemoryMailboxes(units);
        MemoryTasks tasks = new MemoryTasks(units);
        MemoryChannelAddresses addresses = new MemoryChannelAddresses(units);
        MemoryCallBook calls = new MemoryCallBook(units, touches);
        MemoryActivities activities = new MemoryActivities(units);
        MemoryPoolPeople people = new MemoryPoolPeople(units);
        OutreachScenario.World outreach = new OutreachScenario.World(
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
                                new MemoryClients(units),
                                campaigns,
                                new LeadPorts(
                                        leads, people, new MemorySuppressions(units), new MemoryLeadImports(units)),
                                mailboxes,
                                new MemoryHolidays(new Holidays(List.of())),
                                activities,
                                new MemoryEvents(units),
                                tasks)
                        .reading(new MemoryReplyFeedBook(units)),
                new MemoryCredits(units, UUID::randomUUID),
                new OutreachScenario.Scoring(
                        new MemoryLeadScores(units),
                        new MemoryWeightSets(units),
                        new MemoryScoringChoices(units),
                        new MemoryBuyerSignals(units)),
                sender,
                new MemoryUnsubscribeLinks(URI.create("https://agency.example/u/")),
                campaign -> units.inTenant(
                        TenantScope.worker(campaign.clientId()),
                        () -> consents.declare(campaign.clientId(), campaign.id())));
        MemoryTouchOutcomes outcomes = new MemoryTouchOutcomes(units, sentLog, touches, leads, mailboxes);
        return new ConversationStories.Ground(
                outreach,
                new ConversationStores(
                        new MemoryWebhookInbox(units),
                        new MemorySyncCursors(units),
                        outcomes,
                        threads,
                        new MemoryReplies(units, threads),
                        new MemoryTaskBoard(tasks),
                        new ChannelBook(
                                new MemoryPhoneHolders(leads, people),
                                new MemoryContactRefs(units),
                                addresses,
                                new MemoryStopConfirmations(units),
                                new MemoryNumberRests(units),
                                new MemoryPostPieces(units, touches, leads, enrolments))),
                new MemorySeats(units),
                new MemorySeatConnections(units),
                new MemoryTimeline(activities, calls::isFruitless),
                new MemoryAlerts(units),
                new VoicePorts(
                        new MemorySendingNumbers(units),
                        number -> Optional.empty(),
                        DoNotCallStandings.unwashed(),
                        addresses,
                        calls),
                new MemoryCallArchive(units, calls),
                new MemorySendingDomains(units, mailboxes, sentLog, outcomes),
                new MemoryBreakers(units),
                new MemoryPhoneProofs(leads));
    }
}
