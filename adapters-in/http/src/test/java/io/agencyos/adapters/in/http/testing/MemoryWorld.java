package io.agencyos.adapters.in.http.testing;

import io.agencyos.adapters.out.memory.allocation.MemoryPacingBook;
import io.agencyos.adapters.out.memory.campaign.MemoryCampaigns;
import io.agencyos.adapters.out.memory.campaign.MemoryEnrolments;
import io.agencyos.adapters.out.memory.client.MemoryAccountMails;
import io.agencyos.adapters.out.memory.client.MemoryApiKeys;
import io.agencyos.adapters.out.memory.client.MemoryClients;
import io.agencyos.adapters.out.memory.client.MemoryCredits;
import io.agencyos.adapters.out.memory.client.MemoryFoundingSpots;
import io.agencyos.adapters.out.memory.client.MemoryHeldUpDays;
import io.agencyos.adapters.out.memory.client.MemoryInvitations;
import io.agencyos.adapters.out.memory.client.MemoryOneTimeTokens;
import io.agencyos.adapters.out.memory.client.MemoryOutsideIdentities;
import io.agencyos.adapters.out.memory.client.MemoryPeopleBook;
import io.agencyos.adapters.out.memory.client.MemoryPlatformRulebook;
import io.agencyos.adapters.out.memory.client.MemoryProfiles;
import io.agencyos.adapters.out.memory.client.MemoryRevenueLedger;
import io.agencyos.adapters.out.memory.client.MemorySecondFactors;
import io.agencyos.adapters.out.memory.client.MemorySharingConsents;
import io.agencyos.adapters.out.memory.client.MemorySignInAttempts;
import io.agencyos.adapters.out.memory.client.MemorySignedInSessions;
import io.agencyos.adapters.out.memory.client.MemorySupportSessions;
import io.agencyos.adapters.out.memory.client.MemoryUsers;
import io.agencyos.adapters.out.memory.client.MemoryWaitlist;
import io.agencyos.adapters.out.memory.content.MemorySpendLedger;
import io.agencyos.adapters.out.memory.conversation.MemoryNoticeWishes;
import io.agencyos.adapters.out.memory.conversation.MemoryNotices;
import io.agencyos.adapters.out.memory.deal.MemoryMeetings;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.adapters.out.memory.kernel.MovableClock;
import io.agencyos.adapters.out.memory.lead.MemoryLeadImports;
import io.agencyos.adapters.out.memory.lead.MemoryLeadMarks;
import io.agencyos.adapters.out.memory.lead.MemoryLeadQueries;
import io.agencyos.adapters.out.memory.lead.MemoryLeads;
import io.agencyos.adapters.out.memory.lead.MemoryPoolPeople;
import io.agencyos.adapters.out.memory.lead.MemorySuppressions;
import io.agencyos.adapters.out.memory.outreach.MemoryHolidays;
import io.agencyos.adapters.out.memory.outreach.MemoryPhoneWashes;
import io.agencyos.adapters.out.memory.outreach.MemoryQuotas;
import io.agencyos.adapters.out.memory.outreach.MemorySentLog;
import io.agencyos.adapters.out.memory.outreach.MemoryTouches;
import io.agencyos.adapters.out.memory.platform.MemoryAlerts;
import io.agencyos.adapters.out.memory.platform.MemoryAudit;
import io.agencyos.adapters.out.memory.platform.MemoryDefects;
import io.agencyos.adapters.out.memory.platform.MemoryEvents;
import io.agencyos.adapters.out.memory.platform.MemoryHookRemovals;
import io.agencyos.adapters.out.memory.platform.MemoryIdempotentRequests;
import io.agencyos.adapters.out.memory.platform.MemoryIncidents;
import io.agencyos.adapters.out.memory.platform.MemoryTasks;
import io.agencyos.adapters.out.memory.platform.MemoryVendorAccounts;
import io.agencyos.adapters.out.memory.platform.MemoryVendorHooks;
import io.agencyos.adapters.out.memory.platform.MemoryVendorObjects;
import io.agencyos.adapters.out.memory.platform.MemoryVendorUsage;
import io.agencyos.adapters.out.memory.platform.MemoryWebhookDeliveries;
import io.agencyos.adapters.out.memory.platform.MemoryWebhookEndpoints;
import io.agencyos.adapters.out.memory.resource.MemoryMailboxes;
import io.agencyos.adapters.out.memory.resource.MemorySeats;
import io.agencyos.adapters.out.memory.resource.MemorySendingNumbers;
import io.agencyos.adapters.out.memory.scoring.MemoryLeadScores;
import io.agencyos.application.allocation.AllocationScenario;
import io.agencyos.application.allocation.pacing.CapacityPorts;
import io.agencyos.application.allocation.pacing.ShowCapacity;
import io.agencyos.application.allocation.pacing.ShowCapacityService;
import io.agencyos.application.allocation.pacing.ShowUsage;
import io.agencyos.application.allocation.pacing.ShowUsageService;
import io.agencyos.application.allocation.pacing.StartPorts;
import io.agencyos.application.client.ClientUseCases;
import io.agencyos.application.client.OpenClient;
import io.agencyos.application.client.ShareLearning;
import io.agencyos.application.client.ShareLearningService;
import io.agencyos.application.client.SharingConsents;
import io.agencyos.application.client.access.AccessPorts;
import io.agencyos.application.client.access.AccessUseCases;
import io.agencyos.application.client.billing.BillingPorts;
import io.agencyos.application.client.billing.BillingUseCases;
import io.agencyos.application.client.identity.AccountUseCases;
import io.agencyos.application.client.identity.AddUser;
import io.agencyos.application.client.identity.IdentityUseCases;
import io.agencyos.application.client.identity.KeepWaitlist;
import io.agencyos.application.client.identity.OutsideSignIn;
import io.agencyos.application.client.identity.opening.OwnClientUseCases;
import io.agencyos.application.client.identity.store.AccountStores;
import io.agencyos.application.client.identity.store.IdentityPorts;
import io.agencyos.application.client.identity.store.IdentityProvider;
import io.agencyos.application.client.identity.store.Profiles;
import io.agencyos.application.client.staff.HoldSupportSession;
import io.agencyos.application.client.staff.HoldSupportSessionService;
import io.agencyos.application.client.staff.KeepPlatformRules;
import io.agencyos.application.client.staff.PeopleBook;
import io.agencyos.application.client.staff.StaffTrail;
import io.agencyos.application.conversation.notice.KeepNotices;
import io.agencyos.application.lead.LeadEditing;
import io.agencyos.application.lead.LeadReadUseCases;
import io.agencyos.application.lead.intake.LeadUseCases;
import io.agencyos.application.lead.store.LeadPorts;
import io.agencyos.application.platform.KeepDefects;
import io.agencyos.application.platform.KeepIncidents;
import io.agencyos.application.platform.vendor.VendorConnector;
import io.agencyos.application.platform.vendor.VendorHooks;
import io.agencyos.application.platform.vendor.VendorPorts;
import io.agencyos.application.platform.vendor.VendorUseCases;
import io.agencyos.application.platform.webhook.Receiver;
import io.agencyos.application.platform.webhook.WebhookPorts;
import io.agencyos.application.platform.webhook.WebhookUseCases;
import io.agencyos.application.scoring.BuyerUseCases;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.KeptFreeMail;
import io.agencyos.application.shared.PublishedSuffixes;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.TimeOrderedIds;
import io.agencyos.application.testing.Leadbook;
import io.agencyos.application.testing.QuickPasswords;
import io.agencyos.application.testing.TestChance;
import io.agencyos.application.testing.TestSealer;
import io.agencyos.application.testing.TokenBook;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.client.identity.User;
import io.agencyos.domain.outreach.calendar.Holidays;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.ClientId;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * The stores that every test of routes needs, in memory, with identity wired on them. A group that needs more makes its
 * own stores on {@link #units}.
 */
public final class MemoryWorld {

    public static final SecretText PASSWORD = new SecretText("correct horse battery staple");

    public static final URI PUBLIC_URL = URI.create("https://os.agency.example");

    public final MovableClock clock = new MovableClock(Leadbook.MONDAY);
    public final MemoryUnitOfWork units = new MemoryUnitOfWork(clock);
    public final TestChance chance = new TestChance(42);
    public final IdSource ids = new TimeOrderedIds(clock, chance);
    public final MemoryClients clients = new MemoryClients(units);
    public final MemoryCredits credits = new MemoryCredits(units, ids, clock, clients);
    public final MemoryUsers users = new MemoryUsers(units, clients);
    public final MemoryInvitations invitations = new MemoryInvitations(units);
    public final MemoryAudit audit = new MemoryAudit(units);
    public final MemoryEvents events = new MemoryEvents(units);
    public final MemoryIdempotentRequests idempotency = new MemoryIdempotentRequests(units);
    public final MemoryCampaigns campaigns = new MemoryCampaigns(units);
    public final MemoryLeads leads = new MemoryLeads(units);
    public final MemoryLeadImports imports = new MemoryLeadImports(units);
    public final MemoryPoolPeople people = new MemoryPoolPeople(units);
    public final MemorySuppressions suppressions = new MemorySuppressions(units);
    public final MemoryNotices told = new MemoryNotices(units);
    public final Profiles profiles = new MemoryProfiles(units);
    public final KeepNotices notices =
            new KeepNotices(told, new MemoryNoticeWishes(units, users, profiles), units, clock);
    public final LeadUseCases leadUseCases = new LeadUseCases(
            new LeadPorts(leads, people, suppressions, imports),
            clients,
            campaigns,
            (of, scored, cause) -> {},
            (of, campaign, enrolled) -> 0,
            events,
            PublishedSuffixes.identityKeys(),
            units,
            clock,
            ids);
    public final LeadEditing leadEditing = new LeadEditing(
            new LeadPorts(leads, people, suppressions, imports),
            clients,
            campaigns,
            (of, scored, cause) -> {},
            (of, campaign, enrolled) -> 0,
            (of, ended) -> {},
            events,
            audit,
            PublishedSuffixes.identityKeys(),
            units,
            clock,
            ids);
    public final MemoryLeadScores scores = new MemoryLeadScores(units);
    public final MemoryTouches touches = new MemoryTouches(units, leads);
    public final MemoryEnrolments enrolments = new MemoryEnrolments(units, campaigns, leads, touches);
    public final MemoryMeetings meetings = new MemoryMeetings(units);
    public final MemoryLeadQueries leadQueries =
            new MemoryLeadQueries(leads, imports, campaigns, scores, enrolments, meetings);
    public final MemoryPhoneWashes washes = new MemoryPhoneWashes(units, enrolments, campaigns, leads);
    public final LeadReadUseCases leadReads =
            new LeadReadUseCases(leadQueries, imports, new MemoryLeadMarks(suppressions, washes), units, clock);
    public final ClientUseCases clientUseCases = new ClientUseCases(clients, credits, units, clock, ids);
    /** Accounts that clients connected. */
    public final MemoryVendorAccounts vendorAccounts = new MemoryVendorAccounts(units);

    /** What staff has to know. */
    public final MemoryAlerts alerts = new MemoryAlerts(units);

    public final MemoryVendorUsage vendorUsage = new MemoryVendorUsage(units, clients::isLive);

    public final BillingUseCases billing = new BillingUseCases(
            new BillingPorts(
                    clients,
                    credits,
                    new MemoryFoundingSpots(units),
                    new MemoryRevenueLedger(units, clients),
                    (client, slots) -> 0,
                    new MemoryHeldUpDays(units),
                    alerts,
                    events,
                    audit),
            units,
            clock,
            ids);
    public final MemorySpendLedger spending = new MemorySpendLedger(units, clients::isLive);
    public final MemoryPacingBook pacing = new MemoryPacingBook(units, new MemorySentLog(units, ids));
    public final ShowCapacity capacity = new ShowCapacityService(
            new CapacityPorts(
                    clients,
                    new MemoryMailboxes(units),
                    new MemorySeats(units),
                    new MemorySendingNumbers(units),
                    pacing,
                    alerts),
            units,
            clock);
    public final ShowUsage usage = new ShowUsageService(
            new StartPorts(
                    pacing,
                    clients,
                    enrolments,
                    new MemoryMailboxes(units),
                    new MemoryQuotas(units),
                    new MemoryHolidays(new Holidays(List.of()))),
            credits,
            campaigns,
            spending,
            client -> 1,
            units,
            clock);
    public final SharingConsents consents = new MemorySharingConsents(units);
    public final ShareLearning learning = new ShareLearningService(clients, consents, audit, units, clock, ids);
    /** Does the jobs that wait; nothing where a test has no engine. */
    public Runnable work = () -> {};

    public final TokenBook tokens = new TokenBook(clock);
    public final MemorySignedInSessions sessions = new MemorySignedInSessions(units);
    /** Letters that the product wrote to people. */
    public final MemoryAccountMails mails = new MemoryAccountMails(units);

    private final IdentityPorts identityPorts = new IdentityPorts(
            clients,
            users,
            invitations,
            sessions,
            new MemorySignInAttempts(units),
            new QuickPasswords(),
            tokens,
            audit,
            new AccountStores(
                    new MemoryOneTimeTokens(units),
                    new MemorySecondFactors(units),
                    mails,
                    new TestSealer(),
                    () -> Optional.of(PUBLIC_URL)));
    public final IdentityUseCases identity = new IdentityUseCases(identityPorts, units, clock, ids, chance);
    public final AccountUseCases accounts =
            new AccountUseCases(identityPorts, credits, units, clock, clock, ids, chance, true);
    public final AccessUseCases access = new AccessUseCases(
            new AccessPorts(clients, users, invitations, new MemoryApiKeys(units), audit), units, clock, ids, chance);
    public final Receiver receiver = new Receiver();
    private final MemoryWebhookEndpoints endpoints = new MemoryWebhookEndpoints(units);
    public final WebhookUseCases webhooks = new WebhookUseCases(
            new WebhookPorts(
                    endpoints,
                    new MemoryWebhookDeliveries(units, events, endpoints),
                    receiver,
                    new MemoryAlerts(units),
                    audit),
            units,
            clock,
            ids,
            chance,
            requests -> requests.forEach(Runnable::run));
    /** Everybody, as staff sees people. */
    public final PeopleBook peopleBook =
            new MemoryPeopleBook(users, identityPorts.accounts().secondFactors());

    /** What staff sets for the platform. */
    public final KeepPlatformRules platformRules = new KeepPlatformRules(
            new MemoryPlatformRulebook(units, clients, spending),
            new StaffTrail(audit, clock, ids),
            units,
            clock,
            new KeptFreeMail());
    /** How staff enters clients. */
    public final HoldSupportSession support = new HoldSupportSessionService(
            new HoldSupportSessionService.Ports(new MemorySupportSessions(units), clients, users, mails, audit),
            units,
            clock,
            ids);

    public final OwnClientUseCases ownClients = new OwnClientUseCases(identityPorts, credits, units, clock, ids);

    public final KeepDefects defects = new KeepDefects(new MemoryDefects(units), audit, units, clock, ids);
    public final KeepIncidents incidents = new KeepIncidents(new MemoryIncidents(units), audit, units, clock, ids);
    public final KeepWaitlist waitlist =
            new KeepWaitlist(new MemoryWaitlist(units), identityPorts.accounts(), audit, units, clock, ids);

    /** What lets people in whom this provider signs in; everybody may come. */
    public OutsideSignIn outside(IdentityProvider provider) {
        return new OutsideSignIn(
                provider, new MemoryOutsideIdentities(units), identityPorts, credits, units, clock, ids, chance, true);
    }

    public final VendorHooks vendorHooks = new MemoryVendorHooks(units);

    /** What connects vendors' accounts, with this vendor only. */
    public VendorUseCases vendors(VendorConnector connector, URI publicUrl) {
        VendorPorts ports = new VendorPorts(
                vendorAccounts,
                vendorHooks,
                new MemoryHookRemovals(units),
                new MemoryVendorObjects(),
                new MemoryTasks(units),
                audit);
        return new VendorUseCases(ports, List.of(connector), Optional.of(publicUrl), units, clock, ids, chance);
    }

    /** Companies that are known to buy, on the stores of this scenario. */
    public BuyerUseCases buyers(AllocationScenario pool) {
        return new BuyerUseCases(pool.on().scoring(), clients, consents, units, clock, ids);
    }

    /** A live client, opened with its twin. */
    public Client open(String name) {
        OpenClient.Outcome outcome = clientUseCases.openClient().open(name);
        if (outcome instanceof OpenClient.Outcome.Opened(Client client)) {
            return client;
        }
        throw new AssertionError(outcome);
    }

    /** A member with the one password. */
    public User member(ClientId client, String email, Role role) {
        AddUser.Outcome outcome = identity.addUser()
                .add(new AddUser.Request(EmailAddress.parse(email).orElseThrow(), "Sam Oduya", client, role, PASSWORD));
        if (outcome instanceof AddUser.Outcome.Added added) {
            return added.member().user();
        }
        throw new AssertionError(outcome);
    }

    /** The scope of the product's own work, to arrange what a test needs. */
    public TenantScope worker(ClientId client) {
        return TenantScope.worker(client);
    }
}
