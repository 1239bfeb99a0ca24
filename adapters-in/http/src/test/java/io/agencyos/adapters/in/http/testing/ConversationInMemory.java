package io.agencyos.adapters.in.http.testing;

import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.adapters.out.memory.campaign.MemoryEnrolments;
import io.agencyos.adapters.out.memory.conversation.MemoryComposeDrafts;
import io.agencyos.adapters.out.memory.conversation.MemoryOptOutWishes;
import io.agencyos.adapters.out.memory.conversation.MemoryReplies;
import io.agencyos.adapters.out.memory.conversation.MemorySyncCursors;
import io.agencyos.adapters.out.memory.conversation.MemoryTaskBoard;
import io.agencyos.adapters.out.memory.conversation.MemoryThreads;
import io.agencyos.adapters.out.memory.conversation.MemoryTimeline;
import io.agencyos.adapters.out.memory.conversation.MemoryTouchOutcomes;
import io.agencyos.adapters.out.memory.conversation.MemoryWebhookInbox;
import io.agencyos.adapters.out.memory.lead.MemoryActivities;
import io.agencyos.adapters.out.memory.lead.MemoryLeadImports;
import io.agencyos.adapters.out.memory.lead.MemoryLeads;
import io.agencyos.adapters.out.memory.lead.MemoryPhoneHolders;
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
import io.agencyos.adapters.out.memory.outreach.MemoryQuotas;
import io.agencyos.adapters.out.memory.outreach.MemoryReplyFeedBook;
import io.agencyos.adapters.out.memory.outreach.MemorySentLog;
import io.agencyos.adapters.out.memory.outreach.MemoryTouches;
import io.agencyos.adapters.out.memory.outreach.MemoryUnsubscribeLinks;
import io.agencyos.adapters.out.memory.platform.MemoryAlerts;
import io.agencyos.adapters.out.memory.platform.MemoryTasks;
import io.agencyos.adapters.out.memory.platform.flow.MemoryBreakers;
import io.agencyos.adapters.out.memory.resource.MemoryMailboxes;
import io.agencyos.adapters.out.memory.resource.MemorySeatConnections;
import io.agencyos.adapters.out.memory.resource.MemorySeats;
import io.agencyos.adapters.out.memory.resource.MemorySendingDomains;
import io.agencyos.adapters.out.memory.resource.MemorySendingNumbers;
import io.agencyos.application.client.identity.store.AccountMail;
import io.agencyos.application.conversation.ConversationUseCases;
import io.agencyos.application.conversation.InboxDesk;
import io.agencyos.application.conversation.KeepDrafts;
import io.agencyos.application.conversation.KeepDraftsService;
import io.agencyos.application.conversation.ProcessInbox;
import io.agencyos.application.conversation.SendOptOutLinks;
import io.agencyos.application.conversation.inbox.ChannelSources;
import io.agencyos.application.conversation.inbox.InboundHooks;
import io.agencyos.application.conversation.inbox.InboundMail;
import io.agencyos.application.conversation.inbox.MailEvent;
import io.agencyos.application.conversation.inbox.WebhookInbox;
import io.agencyos.application.conversation.inbox.WebhookInbox.Entry;
import io.agencyos.application.conversation.inbox.WebhookInbox.State;
import io.agencyos.application.conversation.store.ChannelBook;
import io.agencyos.application.conversation.store.ConversationStores;
import io.agencyos.application.conversation.store.Replies;
import io.agencyos.application.conversation.world.CallWorld;
import io.agencyos.application.conversation.world.ChannelWorld;
import io.agencyos.application.conversation.world.ConversationWorld;
import io.agencyos.application.conversion.InboxPorts;
import io.agencyos.application.conversion.InboxReadings;
import io.agencyos.application.lead.store.LeadPorts;
import io.agencyos.application.lead.store.Suppressions;
import io.agencyos.application.outreach.OutreachUseCases;
import io.agencyos.application.outreach.engine.OutreachWorld;
import io.agencyos.application.outreach.mail.UnsubscribeLinks;
import io.agencyos.application.outreach.phone.VoicePorts;
import io.agencyos.application.outreach.store.OutreachStores;
import io.agencyos.application.outreach.wash.DoNotCallStandings;
import io.agencyos.application.resource.ResourceUseCases;
import io.agencyos.application.testing.Leadbook;
import io.agencyos.domain.conversation.Reply;
import io.agencyos.domain.conversation.rules.RuleClassifier;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.PoolPerson;
import io.agencyos.domain.lead.Suppression;
import io.agencyos.domain.outreach.calendar.Holidays;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.PoolPersonId;
import io.agencyos.domain.shared.id.TouchId;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** A conversation with the leads of one client, in memory, and a server with routes on it. */
public final class ConversationInMemory {

    private final InboundHooks hooks;
    private ApiUnderTest api;
    private MemoryWorld world;
    private MemoryWebhookInbox inbox;
    private MemoryLeads leads;
    private MemoryPoolPeople people;
    private MemorySuppressions suppressions;
    private MemoryTouches touches;
    private MemoryActivities activities;
    private MemoryTasks tasks;
    private MemoryThreads threads;
    private MemoryReplies replies;
    private ProcessInbox processInbox;
    private OutreachUseCases outreach;
    private KeepDrafts drafts;
    private ConversationUseCases useCases;
    private final List<AccountMail> optOutLetters = new ArrayList<>();
    private final MemoryUnsubscribeLinks links = new MemoryUnsubscribeLinks(URI.create("https://agency.example/u/"));

    /** @param hooks which pushes are believed */
    public ConversationInMemory(InboundHooks hooks) {
        this.hooks = hooks;
    }

    /** Starts a server with these groups of routes, made on what is told below. */
    public ApiUnderTest start(Function<ConversationInMemory, List<RouteGroup>> groups) {
        api = ApiUnderTest.with(on -> {
            useCases = useCases(on);
            processInbox = useCases.processInbox();
            return groups.apply(this);
        });
        return api;
    }

    /** The use cases of this context, without any hook. */
    public static ConversationUseCases on(MemoryWorld on) {
        return on(on, id -> Optional.empty());
    }

    /** The use cases of this context with these hooks. */
    public static ConversationUseCases on(MemoryWorld on, InboundHooks hooks) {
        return new ConversationInMemory(hooks).useCases(on);
    }

    public MemoryWorld world() {
        return world;
    }

    public ConversationUseCases useCases() {
        return useCases;
    }

    public OutreachUseCases outreach() {
        return outreach;
    }

    public InboxDesk inboxDesk() {
        return ConversationUseCases.inboxDesk(inbox, leads, world.audit::append, world.units, world.clock, world.ids);
    }

    /** One for all routes, as what one writes another reads. */
    public KeepDrafts drafts() {
        if (drafts == null) {
            drafts = new KeepDraftsService(new MemoryComposeDrafts(world.units), leads, world.units, world.clock);
        }
        return drafts;
    }

    public InboxReadings readings() {
        return new InboxReadings(
                new InboxPorts(
                        replies,
                        threads,
                        new MemoryTaskBoard(tasks),
                        new MemoryTimeline(activities),
                        touches,
                        leads,
                        world.campaigns,
                        world.audit),
                world.units,
                world.clock,
                world.ids);
    }

    private ConversationUseCases useCases(MemoryWorld on) {
        world = on;
        inbox = new MemoryWebhookInbox(on.units);
        leads = new MemoryLeads(on.units);
        people = new MemoryPoolPeople(on.units);
        suppressions = new MemorySuppressions(on.units);
        touches = new MemoryTouches(on.units, leads);
        MemorySentLog sentLog = new MemorySentLog(on.units, on.ids);
        MemoryMailboxes mailboxes = new MemoryMailboxes(on.units);
        activities = new MemoryActivities(on.units);
        tasks = new MemoryTasks(on.units);
        threads = new MemoryThreads(on.units, sentLog);
        replies = new MemoryReplies(on.units, threads);
        LeadPorts ports = new LeadPorts(leads, people, suppressions, new MemoryLeadImports(on.units));
        OutreachStores stores = new OutreachStores(
                new MemoryEnrolments(on.units, on.campaigns, leads, touches),
                touches,
                new MemoryQuotas(on.units),
                new MemoryApprovals(on.units),
                new MemoryGateLog(on.units),
                new MemoryCallLog(on.units),
                sentLog,
                new MemoryConsentBasis(on.units));
        outreach = new OutreachUseCases(
                stores,
                new OutreachWorld(
                        on.clients,
                        on.campaigns,
                        ports,
                        mailboxes,
                        new MemoryHolidays(new Holidays(List.of())),
                        activities,
                        on.events,
                        tasks),
                mailbox -> new FakeEmailSender(on.clock),
                links,
                on.units,
                on.clock,
                on.ids,
                () -> 0L);
        MemoryTouchOutcomes outcomes = new MemoryTouchOutcomes(on.units, sentLog, touches, leads, mailboxes);
        return new ConversationUseCases(
                new ConversationStores(
                        inbox,
                        new MemorySyncCursors(on.units),
                        outcomes,
                        threads,
                        replies,
                        new MemoryTaskBoard(tasks),
                        new ChannelBook(
                                new MemoryPhoneHolders(leads, people),
                                new MemoryContactRefs(on.units),
                                new MemoryChannelAddresses(on.units))),
                new ConversationWorld(
                        ports,
                        activities,
                        on.events,
                        on.clients,
                        on.campaigns,
                        stores.enrolments(),
                        outreach.stopOutreach(),
                        outreach.acceptEvidence(),
                        outreach.adaptSteps(),
                        ResourceUseCases.judgeDomains(
                                new MemorySendingDomains(on.units, mailboxes, sentLog, outcomes),
                                new MemoryBreakers(on.units),
                                on.events,
                                on.clock,
                                on.ids),
                        new SeatsInMemory(on).seats.hearSeats(),
                        new ChannelWorld(
                                ChannelSources.NONE,
                                touches,
                                new MemorySeats(on.units),
                                new MemorySeatConnections(on.units),
                                new MemoryReplyFeedBook(on.units),
                                new MemoryAlerts(on.units),
                                calls(on, touches, outreach))),
                hooks,
                client -> List.of(),
                new RuleClassifier()::classify,
                links,
                on.units,
                on.clock,
                on.ids);
    }

    private static CallWorld calls(MemoryWorld on, MemoryTouches touches, OutreachUseCases outreach) {
        MemoryCallBook book = new MemoryCallBook(on.units, touches);
        MemoryCallArchive archive = new MemoryCallArchive(on.units, book);
        VoicePorts ports = new VoicePorts(
                new MemorySendingNumbers(on.units),
                number -> Optional.empty(),
                DoNotCallStandings.unwashed(),
                new MemoryChannelAddresses(on.units),
                book);
        return new CallWorld(outreach.concludeCalls(ports, archive), book, archive);
    }

    /** What writes to those who lost the link of an e-mail. */
    public SendOptOutLinks optOutLinks() {
        return useCases.sendOptOutLinks(new MemoryOptOutWishes(world.units), optOutLetters::add);
    }

    /** What it wrote. */
    public List<AccountMail> optOutLetters() {
        return List.copyOf(optOutLetters);
    }

    public List<Entry> events(State state) {
        return world.units.onPlatform(() -> inbox.list(api.client(), state, 100));
    }

    /** Something was pushed and believed; nobody has looked at it yet. */
    public void arrived(String event, WebhookInbox.Content content) {
        WebhookInbox.Key key = new WebhookInbox.Key(new WebhookInbox.Feed("fake-mail", api.client()), event);
        world.units.onPlatform(() -> inbox.store(List.of(new WebhookInbox.Arrival(key, world.clock.now(), content))));
    }

    /** A lead of the client whom the pool knows. */
    public Lead lead() {
        Lead lead = Leadbook.lead(api.client(), 1, "priya");
        PoolPersonId id = Objects.requireNonNull(lead.poolPersonId());
        world.units.onPlatform(
                () -> people.insertAll(Map.of(Leadbook.poolPerson(id, lead.contact(), "Priya"), List.of())));
        world.units.inTenant(world.worker(api.client()), () -> leads.insertAll(List.of(lead)));
        return lead;
    }

    /** Somebody's mail comes in and is dealt with. */
    public Reply mails(Lead lead, String text) {
        EmailAddress from = Objects.requireNonNull(lead.contact().email());
        InboundMail mail = new InboundMail(
                "<1@" + from.domain().value() + ">",
                new EmailAddress("sam@northlight.example"),
                from,
                null,
                "Re: hello",
                text,
                world.clock.now(),
                List.of(),
                null,
                false,
                null);
        arrived(mail.key(), new WebhookInbox.Content.Event(new MailEvent.Received(mail)));
        processInbox.run(10);
        return world.units.inTenant(
                world.worker(api.client()),
                () -> replies.list(api.client(), Replies.Filter.ALL, null, 1).getFirst());
    }

    public Lead reread(Lead lead) {
        return world.units.inTenant(
                world.worker(api.client()),
                () -> leads.find(lead.clientId(), lead.id()).orElseThrow());
    }

    public PoolPerson person(Lead lead) {
        return world.units.onPlatform(() -> people.findAll(List.of(Objects.requireNonNull(lead.poolPersonId())))
                .getFirst());
    }

    public List<Suppression> suppressions() {
        return world.units.inTenant(world.worker(api.client()), () -> suppressions.list(api.client()));
    }

    /** The address of the link in an e-mail to the lead. */
    public String link(Lead lead) {
        return links.of(new UnsubscribeLinks.Subject(lead.clientId(), lead.id(), new TouchId(UUID.randomUUID())))
                .getPath();
    }

    /** Why the lead may not be written to, as suppressions have it. */
    public String refusedAt(Lead lead) {
        return world.units
                .inTenant(
                        world.worker(lead.clientId()),
                        () -> suppressions.match(lead.clientId(), Suppressions.Subject.of(lead), world.clock.now()))
                .map(entry -> "suppressed_" + entry.reason().wire())
                .orElse("");
    }
}
