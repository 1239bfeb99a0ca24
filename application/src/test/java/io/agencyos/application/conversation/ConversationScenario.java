package io.agencyos.application.conversation;

import io.agencyos.application.conversation.inbox.ChannelEvent;
import io.agencyos.application.conversation.inbox.ChannelReplies;
import io.agencyos.application.conversation.inbox.ChannelSources;
import io.agencyos.application.conversation.inbox.ChannelSources.Source;
import io.agencyos.application.conversation.inbox.InboundEvent;
import io.agencyos.application.conversation.inbox.InboundHooks;
import io.agencyos.application.conversation.inbox.InboundMail;
import io.agencyos.application.conversation.inbox.MailEvent;
import io.agencyos.application.conversation.inbox.ReplyFeeds;
import io.agencyos.application.conversation.inbox.SmsReplies;
import io.agencyos.application.conversation.inbox.WebhookInbox;
import io.agencyos.application.conversation.store.ConversationStores;
import io.agencyos.application.conversation.store.Replies;
import io.agencyos.application.conversation.store.TaskBoard;
import io.agencyos.application.conversation.world.CallWorld;
import io.agencyos.application.conversation.world.ChannelWorld;
import io.agencyos.application.conversation.world.ConversationWorld;
import io.agencyos.application.conversation.world.DataNews;
import io.agencyos.application.conversation.world.ReplyClassifier;
import io.agencyos.application.lead.store.Suppressions;
import io.agencyos.application.outreach.OutreachScenario;
import io.agencyos.application.resource.JudgeDomains;
import io.agencyos.application.resource.ResourceUseCases;
import io.agencyos.application.resource.SendingDomains;
import io.agencyos.application.shared.Crew;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.TimeOrderedIds;
import io.agencyos.application.testing.Leadbook;
import io.agencyos.application.testing.TestChance;
import io.agencyos.domain.campaign.enrolment.EnrolmentState;
import io.agencyos.domain.client.PermissionMode;
import io.agencyos.domain.conversation.ConversationThread;
import io.agencyos.domain.conversation.Reply;
import io.agencyos.domain.conversation.rules.RuleClassifier;
import io.agencyos.domain.lead.ClaimStatus;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.PoolClaim;
import io.agencyos.domain.lead.PoolPerson;
import io.agencyos.domain.lead.Suppression;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.outreach.touch.TouchState;
import io.agencyos.domain.platform.flow.Breaker;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.PoolPersonId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** An outreach scenario whose leads write back: what arrives goes through the inbox like everything from a vendor. */
public final class ConversationScenario {

    /** The vendor by which everything in these stories goes out and comes back. */
    public static final String VENDOR = "fake-mail";

    private final ConversationStories.Ground ground;
    private final OutreachScenario outreach;
    private final ConversationStores stores;
    private final ConversationUseCases useCases;
    private final JudgeDomains judgeDomains;
    private final SendingDomains domains;
    private final AtomicReference<ReplyClassifier> classifier = new AtomicReference<>(new RuleClassifier()::classify);
    private final ToldDeliveries deliveries = new ToldDeliveries();
    private final ToldReports reports = new ToldReports();
    private final List<ChannelEvent> told = new ArrayList<>();
    private final ToldMail mail = new ToldMail(VENDOR);
    private final HeardSeats seats = new HeardSeats();
    private final List<LeadId> reached = new ArrayList<>();
    private int numbers;
    private boolean textsConnected = true;
    private final PagesOfPeople network = new PagesOfPeople();

    public ConversationScenario(
            ConversationStories.Ground ground,
            AtomicReference<Instant> clock,
            PermissionMode mode,
            InboundHooks hooks) {
        OutreachScenario.World on = ground.outreach();
        this.outreach = new OutreachScenario(on, clock, mode);
        this.stores = ground.stores();
        this.ground = ground;
        IdSource ids = new TimeOrderedIds(clock::get, new TestChance(11));
        domains = ground.domains();
        judgeDomains = ResourceUseCases.judgeDomains(
                ground.domains(), ground.breakers(), on.world().events(), clock::get, ids);
        useCases = new ConversationUseCases(
                stores,
                new ConversationWorld(
                        on.world().leads(),
                        on.world().activities(),
                        on.world().events(),
                        on.world().clients(),
                        on.world().campaigns(),
                        on.stores().enrolments(),
                        outreach.useCases().stopOutreach(),
                        outreach.useCases().acceptEvidence(),
                        outreach.useCases().adaptSteps(),
                        judgeDomains,
                        seats,
                        new ChannelWorld(
                                sources(),
                                on.stores().touches(),
                                ground.seats(),
                                ground.connections(),
                                on.world().feeds(),
                                ground.alerts(),
                                calls(ground),
                                DataNews.NOBODY,
                                (client, proven) ->
                                        reached.addAll(ground.phones().reached(client, proven)))),
                hooks,
                client -> List.of(new ReplyFeeds.ReplyFeed(VENDOR, mail)),
                reply -> classifier.get().classify(reply),
                on.links(),
                on.units(),
                clock::get,
                ids);
    }

    /** The leads of whom it became known that their number works, as often as it did. */
    public List<LeadId> reached() {
        return List.copyOf(reached);
    }

    public SendingDomains domains() {
        return domains;
    }

    /** What is blocked for the client, and why. */
    public List<Breaker> breakers() {
        return outreach.in(() -> ground.breakers().of(outreach.client()));
    }

    /** The nightly look at the client's domains. */
    public int judgeDomains() {
        return outreach.in(() -> judgeDomains.judge(outreach.client()));
    }

    private ChannelSources sources() {
        SmsReplies replies = (client, cursor) -> {
            int from = cursor == null ? 0 : Integer.parseInt(cursor);
            return Result.ok(
                    new ChannelReplies.Page(told.subList(from, told.size()), String.valueOf(told.size()), false));
        };
        return new ScenarioSources(
                () -> textsConnected ? List.of(new Source(ChannelTalk.TEXTS, Channel.SMS, replies)) : List.of(),
                deliveries,
                reports,
                network);
    }

    /** What the network shows of those who write to a seat. */
    PagesOfPeople network() {
        return network;
    }

    /** Whether nobody can read what came back by e-mail. */
    void mailIsDown(boolean down) {
        mail.isDown(down);
    }

    /** The client has no account for texts any more. */
    void disconnectsTexts() {
        textsConnected = false;
    }

    PollReplies.Round poll() {
        return useCases.pollReplies().poll(outreach.client());
    }

    private CallWorld calls(ConversationStories.Ground ground) {
        return new CallWorld(
                outreach.useCases().concludeCalls(ground.voice(), ground.archive()),
                ground.voice().calls(),
                ground.archive());
    }

    /** Who is asked what became of calls. */
    ToldReports reports() {
        return reports;
    }

    /** Who is asked what became of texts. */
    ToldDeliveries deliveries() {
        return deliveries;
    }

    /** What the vendor of texts would show to somebody who asks. */
    void shows(ChannelEvent event) {
        told.add(event);
    }

    /** What was told of seats. */
    HeardSeats seats() {
        return seats;
    }

    /** What the feed was told not to ask for any more. */
    List<MailEvent.Sent> heard() {
        return mail.heard();
    }

    ConversationStories.Ground ground() {
        return ground;
    }

    public OutreachScenario outreach() {
        return outreach;
    }

    public ConversationUseCases useCases() {
        return useCases;
    }

    public ConversationStores stores() {
        return stores;
    }

    /** From now on replies are read like this. */
    public void readBy(ReplyClassifier next) {
        classifier.set(next);
    }

    /** What the vendor would show to somebody who asks. */
    public void shows(MailEvent event) {
        mail.shows(event);
    }

    /** A lead who is known to the pool and claimed by the client, with its first e-mail sent. */
    public Lead contacted() {
        Lead lead = enrolled();
        outreach.runFor(Duration.ofHours(4));
        return outreach.reread(lead);
    }

    /** A lead who is known to the pool and claimed by the client, before its first e-mail. */
    public Lead enrolled() {
        Lead lead = outreach.lead();
        PoolPersonId id = new PoolPersonId(UUID.randomUUID());
        PoolPerson person = Leadbook.poolPerson(id, lead.contact(), "Priya");
        outreach.on().units().onPlatform(() -> {
            outreach.on().world().leads().people().insertAll(Map.of(person, List.of()));
            outreach.on()
                    .world()
                    .leads()
                    .people()
                    .claimAll(List.of(new PoolClaim(
                            id,
                            lead.clientId(),
                            lead.id(),
                            outreach.now(),
                            PoolClaim.ClaimedBy.MANUAL,
                            ClaimStatus.ACTIVE,
                            null)));
        });
        outreach.in(() -> outreach.on()
                .world()
                .leads()
                .leads()
                .update(Leadbook.with(
                        outreach.on()
                                .world()
                                .leads()
                                .leads()
                                .find(lead.clientId(), lead.id())
                                .orElseThrow(),
                        lead.contact(),
                        id,
                        null)));
        return outreach.reread(lead);
    }

    /** A mail of the lead that answers the newest touch. */
    public InboundMail answer(Lead lead, String text) {
        return mail(lead, messageId(lead), text);
    }

    /** The Message-ID of the newest touch that was handed over, else of the newest. */
    public String messageId(Lead lead) {
        List<Touch> touches = outreach.touches(lead);
        Touch touch = touches.stream()
                .filter(one -> one.dispatchCount() > 0)
                .reduce((one, later) -> later)
                .orElseGet(touches::getLast);
        return "<" + touch.id().text() + "@" + outreach.mailbox().domain().value() + ">";
    }

    public InboundMail mail(Lead lead, @Nullable String inReplyTo, String text) {
        return mail(email(lead), inReplyTo, text);
    }

    public InboundMail mail(EmailAddress from, @Nullable String inReplyTo, String text) {
        return new InboundMail(
                "<m" + ++numbers + "@" + from.domain().value() + ">",
                outreach.mailbox().address(),
                from,
                null,
                "Re: hello",
                text,
                outreach.now(),
                inReplyTo == null ? List.of() : List.of(inReplyTo),
                null,
                false,
                null);
    }

    public static EmailAddress email(Lead lead) {
        return Optional.ofNullable(lead.contact().email()).orElseThrow();
    }

    /** How an event names the newest touch of the lead. */
    public MailEvent.About about(Lead lead) {
        return new MailEvent.About(
                messageId(lead), null, null, outreach.mailbox().address(), email(lead));
    }

    public String key() {
        return "event-" + ++numbers;
    }

    /** Stores what arrives, as a push or a poll does. */
    public void arrives(InboundEvent... events) {
        arrives(VENDOR, events);
    }

    void arrives(String vendor, InboundEvent... events) {
        WebhookInbox.Feed feed = new WebhookInbox.Feed(vendor, outreach.client());
        outreach.on()
                .units()
                .onPlatform(() -> stores.inbox()
                        .store(List.of(events).stream()
                                .map(event -> new WebhookInbox.Arrival(
                                        new WebhookInbox.Key(feed, event.key()),
                                        outreach.now(),
                                        new WebhookInbox.Content.Event(event)))
                                .toList()));
    }

    /** Works through everything that is due. */
    public ProcessInbox.Batch process() {
        return process(Crew.OF_ONE);
    }

    ProcessInbox.Batch process(Crew crew) {
        ProcessInbox inbox = useCases.processInbox(crew);
        ProcessInbox.Batch all = new ProcessInbox.Batch(0, 0);
        for (ProcessInbox.Batch batch = inbox.run(50); batch.taken() > 0; batch = inbox.run(50)) {
            all = new ProcessInbox.Batch(all.taken() + batch.taken(), all.failed() + batch.failed());
        }
        return all;
    }

    /** The lead writes this in answer to the newest touch, and it is dealt with. */
    public InboundMail writes(Lead lead, String text) {
        InboundMail mail = answer(lead, text);
        arrives(new MailEvent.Received(mail));
        process();
        return mail;
    }

    public List<Reply> replies(Lead lead) {
        return outreach.in(() -> stores.replies()
                .list(lead.clientId(), new Replies.Filter(null, null, null, null, lead.id()), null, 100));
    }

    public List<ConversationThread> threads(Lead lead) {
        return outreach.in(() -> stores.threads().list(lead.clientId(), null, lead.id(), null, 100));
    }

    public List<TaskBoard.Task> tasks(Lead lead) {
        return outreach.in(() -> stores.tasks()
                .list(
                        lead.clientId(),
                        new TaskBoard.Filter(Set.of(TaskBoard.Status.OPEN), null, lead.id(), null),
                        null,
                        100));
    }

    public List<WebhookInbox.Entry> events(WebhookInbox.State state) {
        return outreach.in(() -> stores.inbox().list(outreach.client(), state, 100));
    }

    public List<Suppression> suppressions() {
        return outreach.in(() -> outreach.on().world().leads().suppressions().list(outreach.client()));
    }

    /** Whether somebody may still write to the lead, whoever closed it. */
    public Optional<Suppression> blocked(Lead lead) {
        return outreach.in(() -> outreach.on()
                .world()
                .leads()
                .suppressions()
                .match(outreach.client(), Suppressions.Subject.of(lead), outreach.now()));
    }

    public PoolPerson person(Lead lead) {
        PoolPersonId id =
                Optional.ofNullable(outreach.reread(lead).poolPersonId()).orElseThrow();
        return outreach.on()
                .units()
                .inTenant(
                        TenantScope.worker(outreach.client()),
                        () -> outreach.on()
                                .world()
                                .leads()
                                .people()
                                .findAll(List.of(id))
                                .getFirst());
    }

    /** Whether the client still holds the person. */
    public boolean isClaimed(Lead lead) {
        PoolPersonId id = person(lead).id();
        return !outreach.on()
                .units()
                .onPlatform(() -> outreach.on().world().leads().people().claims(List.of(id)))
                .isEmpty();
    }

    public EnrolmentState state(Lead lead) {
        return outreach.enrolment(lead).state();
    }

    /** How many e-mails have left for the lead. */
    public long sent(Lead lead) {
        return outreach.touches(lead).stream()
                .filter(touch -> touch.state() == TouchState.SENT)
                .count();
    }
}
