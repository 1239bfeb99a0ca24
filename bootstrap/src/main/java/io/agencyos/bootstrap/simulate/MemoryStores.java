package io.agencyos.bootstrap.simulate;

import io.agencyos.adapters.out.memory.campaign.MemoryCampaigns;
import io.agencyos.adapters.out.memory.campaign.MemoryEnrolments;
import io.agencyos.adapters.out.memory.client.MemoryClients;
import io.agencyos.adapters.out.memory.client.MemoryCredits;
import io.agencyos.adapters.out.memory.client.MemoryUsers;
import io.agencyos.adapters.out.memory.conversation.MemoryReplies;
import io.agencyos.adapters.out.memory.conversation.MemorySyncCursors;
import io.agencyos.adapters.out.memory.conversation.MemoryTaskBoard;
import io.agencyos.adapters.out.memory.conversation.MemoryThreads;
import io.agencyos.adapters.out.memory.conversation.MemoryTouchOutcomes;
import io.agencyos.adapters.out.memory.conversation.MemoryWebhookInbox;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.adapters.out.memory.lead.MemoryActivities;
import io.agencyos.adapters.out.memory.lead.MemoryLeadImports;
import io.agencyos.adapters.out.memory.lead.MemoryLeads;
import io.agencyos.adapters.out.memory.lead.MemoryPhoneHolders;
import io.agencyos.adapters.out.memory.lead.MemoryPoolPeople;
import io.agencyos.adapters.out.memory.lead.MemorySuppressions;
import io.agencyos.adapters.out.memory.outreach.MemoryApprovals;
import io.agencyos.adapters.out.memory.outreach.MemoryCallArchive;
import io.agencyos.adapters.out.memory.outreach.MemoryCallBook;
import io.agencyos.adapters.out.memory.outreach.MemoryCallLog;
import io.agencyos.adapters.out.memory.outreach.MemoryChannelAddresses;
import io.agencyos.adapters.out.memory.outreach.MemoryConsentBasis;
import io.agencyos.adapters.out.memory.outreach.MemoryContactRefs;
import io.agencyos.adapters.out.memory.outreach.MemoryDueWork;
import io.agencyos.adapters.out.memory.outreach.MemoryGateLog;
import io.agencyos.adapters.out.memory.outreach.MemoryPhoneWashes;
import io.agencyos.adapters.out.memory.outreach.MemoryPostBook;
import io.agencyos.adapters.out.memory.outreach.MemoryPostPieces;
import io.agencyos.adapters.out.memory.outreach.MemoryQuotas;
import io.agencyos.adapters.out.memory.outreach.MemoryReplyFeedBook;
import io.agencyos.adapters.out.memory.outreach.MemorySentLog;
import io.agencyos.adapters.out.memory.outreach.MemoryTouches;
import io.agencyos.adapters.out.memory.platform.MemoryAlerts;
import io.agencyos.adapters.out.memory.platform.MemoryAudit;
import io.agencyos.adapters.out.memory.platform.MemoryEvents;
import io.agencyos.adapters.out.memory.platform.MemoryTasks;
import io.agencyos.adapters.out.memory.platform.MemoryVendorObjects;
import io.agencyos.adapters.out.memory.platform.flow.MemoryBreakers;
import io.agencyos.adapters.out.memory.resource.MemoryMailboxes;
import io.agencyos.adapters.out.memory.resource.MemorySeatConnections;
import io.agencyos.adapters.out.memory.resource.MemorySeatUsage;
import io.agencyos.adapters.out.memory.resource.MemorySeats;
import io.agencyos.adapters.out.memory.resource.MemorySendingDomains;
import io.agencyos.adapters.out.memory.resource.MemorySendingNumbers;
import io.agencyos.adapters.out.memory.scoring.MemoryBuyerSignals;
import io.agencyos.adapters.out.memory.scoring.MemoryLeadScores;
import io.agencyos.adapters.out.memory.scoring.MemoryScoringChoices;
import io.agencyos.adapters.out.memory.scoring.MemoryWeightSets;
import io.agencyos.application.conversation.store.ChannelBook;
import io.agencyos.application.conversation.store.ConversationStores;
import io.agencyos.application.lead.store.LeadPorts;
import io.agencyos.application.outreach.store.NumberRests;
import io.agencyos.application.outreach.store.OutreachStores;
import io.agencyos.application.outreach.store.StopConfirmations;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.TenantScope;

/** A world's stores in memory. */
final class MemoryStores {

    private MemoryStores() {}

    static WorldStores open(ClockPort clock, IdSource ids) {
        MemoryUnitOfWork units = new MemoryUnitOfWork(clock);
        MemoryClients clients = new MemoryClients(units);
        MemoryCampaigns campaigns = new MemoryCampaigns(units);
        MemoryLeads leads = new MemoryLeads(units);
        MemoryTouches touches = new MemoryTouches(units, leads);
        MemoryEnrolments enrolments = new MemoryEnrolments(units, campaigns, leads, touches);
        MemoryApprovals approvals = new MemoryApprovals(units);
        MemorySentLog sentLog = new MemorySentLog(units, ids);
        MemoryThreads threads = new MemoryThreads(units, sentLog);
        MemoryConsentBasis consents = new MemoryConsentBasis(units);
        MemoryMailboxes mailboxes = new MemoryMailboxes(units);
        MemoryTouchOutcomes outcomes = new MemoryTouchOutcomes(units, sentLog, touches, leads, mailboxes);
        MemoryPoolPeople people = new MemoryPoolPeople(units);
        MemoryTasks tasks = new MemoryTasks(units);
        MemoryQuotas quotas = new MemoryQuotas(units);
        MemorySendingNumbers numbers = new MemorySendingNumbers(units);
        MemoryChannelAddresses addresses = new MemoryChannelAddresses(units);
        MemoryContactRefs refs = new MemoryContactRefs(units);
        MemoryCallBook calls = new MemoryCallBook(units, touches);
        return new WorldStores(
                units,
                clients,
                new MemoryUsers(units, clients),
                new MemoryCredits(units, ids, clock, clients),
                campaigns,
                consents,
                new LeadPorts(leads, people, new MemorySuppressions(units), new MemoryLeadImports(units)),
                new WorldStores.Scoring(
                        new MemoryLeadScores(units),
                        new MemoryWeightSets(units),
                        new MemoryScoringChoices(units),
                        new MemoryBuyerSignals(units)),
                mailboxes,
                new MemorySendingDomains(units, mailboxes, sentLog, outcomes),
                new MemoryBreakers(units),
                new OutreachStores(
                        enrolments,
                        touches,
                        quotas,
                        approvals,
                        new MemoryGateLog(units),
                        new MemoryCallLog(units),
                        sentLog,
                        consents),
                new MemoryDueWork(clients, enrolments, touches, approvals),
                new MemoryActivities(units),
                new MemoryEvents(units),
                new MemoryAudit(units),
                tasks,
                new ConversationStores(
                        new MemoryWebhookInbox(units),
                        new MemorySyncCursors(units),
                        outcomes,
                        threads,
                        new MemoryReplies(units, threads),
                        new MemoryTaskBoard(tasks),
                        new ChannelBook(
                                new MemoryPhoneHolders(leads, people),
                                refs,
                                addresses,
                                StopConfirmations.NONE,
                                NumberRests.NONE,
                                new MemoryPostPieces(units, touches, leads, enrolments))),
                new WorldChannels(
                        numbers,
                        number -> units.inTenant(TenantScope.worker(number.clientId()), () -> numbers.add(number)),
                        addresses,
                        new MemoryPostBook(units),
                        new MemorySeats(units),
                        new MemorySeatConnections(units),
                        new MemorySeatUsage(quotas),
                        refs,
                        calls,
                        new MemoryCallArchive(units, calls),
                        new MemoryPhoneWashes(units, enrolments, campaigns, leads),
                        consents,
                        new MemoryReplyFeedBook(units),
                        new MemoryAlerts(units)),
                new MemoryVendorObjects(),
                () -> {});
    }
}
