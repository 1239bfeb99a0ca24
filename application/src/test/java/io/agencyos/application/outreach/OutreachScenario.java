package io.agencyos.application.outreach;

import io.agencyos.application.campaign.store.Conservation;
import io.agencyos.application.client.ClientUseCases;
import io.agencyos.application.client.Credits;
import io.agencyos.application.client.OpenClient;
import io.agencyos.application.outreach.channel.EmailSender;
import io.agencyos.application.outreach.engine.Outlet;
import io.agencyos.application.outreach.engine.OutreachStage;
import io.agencyos.application.outreach.engine.OutreachWorld;
import io.agencyos.application.outreach.linkedin.LinkedInOutlet;
import io.agencyos.application.outreach.mail.MailOutlet;
import io.agencyos.application.outreach.mail.UnsubscribeLinks;
import io.agencyos.application.outreach.phone.TextOutlet;
import io.agencyos.application.outreach.phone.VoiceOutlet;
import io.agencyos.application.outreach.post.PostOutlet;
import io.agencyos.application.outreach.post.PostPorts;
import io.agencyos.application.outreach.store.OutreachStores;
import io.agencyos.application.scoring.ScoringUseCases;
import io.agencyos.application.scoring.store.BuyerLookup;
import io.agencyos.application.scoring.store.LeadScores;
import io.agencyos.application.scoring.store.ScoringChoices;
import io.agencyos.application.scoring.weight.WeightSets;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.TimeOrderedIds;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.application.testing.Campaignbook;
import io.agencyos.application.testing.Leadbook;
import io.agencyos.application.testing.TestChance;
import io.agencyos.domain.campaign.Campaign;
import io.agencyos.domain.campaign.enrolment.Enrolment;
import io.agencyos.domain.campaign.enrolment.EnrolmentStep;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.PermissionMode;
import io.agencyos.domain.lead.ContactPoints;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.PersonDetails;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.resource.Mailbox;
import io.agencyos.domain.scoring.EmailStatus;
import io.agencyos.domain.scoring.ScoreCause;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.contact.LinkedInUrl;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.EnrolmentId;
import io.agencyos.domain.shared.id.LeadId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A client with a campaign, a warm mailbox and leads, over whatever stores it is given, on a clock that the test moves. */
public final class OutreachScenario {

    /** Monday 2 March 2026, 09:05 in Sydney: inside the window of every lead there. */
    public static final Instant MONDAY_MORNING = Instant.parse("2026-03-01T22:05:00Z");

    /** Scenarios that share a database make ids of their own. */
    private static final AtomicLong SEED = new AtomicLong(7);

    private static final ZoneId SYDNEY = ZoneId.of("Australia/Sydney");
    private static final Duration TICK = Duration.ofMinutes(5);

    private static final int BATCH = 200;

    /**
     * What the scenario runs on.
     *
     * @param consent records the declaration that a campaign needs
     * @param texts what texts leave by, null where none do
     * @param agreed puts on file that a stored lead may be contacted on a channel
     */
    public record World(
            UnitOfWork units,
            OutreachStores stores,
            OutreachWorld world,
            Credits credits,
            Scoring scoring,
            EmailSender sender,
            UnsubscribeLinks links,
            Consumer<Campaign> consent,
            @Nullable TextBook texts,
            BiConsumer<Lead, Channel> agreed,
            @Nullable LinkedInBook linkedIn,
            @Nullable PostPorts post) {

        /** The same world, with seats that act. */
        public World with(LinkedInBook seats) {
            return new World(
                    units, stores, world, credits, scoring, sender, links, consent, texts, agreed, seats, post);
        }

        /** The same world, by which letters leave. */
        public World with(PostPorts letters) {
            return new World(
                    units, stores, world, credits, scoring, sender, links, consent, texts, agreed, linkedIn, letters);
        }

        /** A world by which nothing but e-mail leaves. */
        public World(
                UnitOfWork units,
                OutreachStores stores,
                OutreachWorld world,
                Credits credits,
                Scoring scoring,
                EmailSender sender,
                UnsubscribeLinks links,
                Consumer<Campaign> consent) {
            this(
                    units,
                    stores,
                    world,
                    credits,
                    scoring,
                    sender,
                    links,
                    consent,
                    null,
                    (lead, channel) -> {},
                    null,
                    null);
        }

        /** The same world, by which texts leave too. */
        public World with(TextBook book, BiConsumer<Lead, Channel> agreement) {
            return new World(
                    units, stores, world, credits, scoring, sender, links, consent, book, agreement, linkedIn, post);
        }

        /** Everything that anything leaves by. */
        public List<Outlet> outlets() {
            Outlet mail = new MailOutlet(stores, world, mailbox -> sender, links);
            List<Outlet> outlets = new ArrayList<>(List.of(mail));
            if (texts != null) {
                outlets.add(new TextOutlet(stores, texts.ports()));
                texts.voice().ifPresent(calls -> outlets.add(new VoiceOutlet(stores, calls)));
            }
            if (linkedIn != null) {
                outlets.add(new LinkedInOutlet(stores, linkedIn.ports()));
            }
            if (post != null) {
                outlets.add(new PostOutlet(post));
            }
            return List.copyOf(outlets);
        }
    }

    /** The stores by which leads are scored. */
    public record Scoring(LeadScores scores, WeightSets weights, ScoringChoices choices, BuyerLookup buyers) {}

    private final World on;
    private final Course course;
    private final AtomicReference<Instant> clock;
    private final AtomicReference<LongSupplier> nanos = new AtomicReference<>(() -> 0L);
    private final IdSource ids;
    private final OutreachUseCases useCases;
    private final Client client;
    private final Campaign campaign;
    private final Mailbox mailbox;
    private int people;
    private IntFunction<LeadId> leadId = _ -> new LeadId(UUID.randomUUID());

    public OutreachScenario(World on, AtomicReference<Instant> clock, PermissionMode mode) {
        this(on, clock, mode, Duration.ofDays(60));
    }

    public OutreachScenario(World on, AtomicReference<Instant> clock, PermissionMode mode, @Nullable Duration warmFor) {
        this(on, clock, mode, warmFor, Course.MAIL);
    }

    /** A client whose sequence goes on this channel. */
    public static OutreachScenario on(Course course, World world, AtomicReference<Instant> clock) {
        return new OutreachScenario(world, clock, PermissionMode.AUTOPILOT, Duration.ofDays(60), course);
    }

    private OutreachScenario(
            World on, AtomicReference<Instant> clock, PermissionMode mode, @Nullable Duration warmFor, Course course) {
        this.on = on;
        this.course = course;
        this.clock = clock;
        ClockPort time = clock::get;
        ids = new TimeOrderedIds(time, new TestChance(SEED.incrementAndGet()));
        useCases = new OutreachUseCases(
                on.stores(),
                on.world(),
                on.outlets(),
                on.units(),
                time,
                ids,
                () -> nanos.get().getAsLong());
        client = openClient(time);
        String domain = "d" + UUID.randomUUID().toString().replace("-", "") + ".example";
        mailbox = Campaignbook.mailbox(client.id(), "sam@" + domain, now(), warmFor);
        campaign = Campaignbook.active(client.id(), mode, now());
        in(() -> {
            on.world().mailboxes().assign(mailbox);
            if (on.texts() != null) {
                on.texts().number(client.id());
            }
            if (on.linkedIn() != null) {
                on.linkedIn().open(client.id(), now());
            }
            PostLoopContract.opens(on, client.id());
            on.world().campaigns().insert(campaign, course.sequence(campaign));
            on.world().clients().insertPersona(Campaignbook.persona(client.id()));
        });
        on.consent().accept(campaign);
    }

    private Client openClient(ClockPort time) {
        OpenClient open = new ClientUseCases(on.world().clients(), on.credits(), on.units(), time, ids).openClient();
        OpenClient.Outcome outcome = open.open("Northlight " + UUID.randomUUID());
        if (!(outcome instanceof OpenClient.Outcome.Opened(Client opened))) {
            throw new AssertionError("no client: " + outcome);
        }
        return on.units()
                .inTenant(
                        TenantScope.worker(opened.id()),
                        () -> on.world()
                                .clients()
                                .update(new Client(
                                        opened.id(),
                                        opened.name(),
                                        opened.slug(),
                                        "Northlight Pty Ltd",
                                        Leadbook.email("hello@northlight.example"),
                                        null,
                                        "https://northlight.example",
                                        SYDNEY,
                                        opened.country(),
                                        PermissionMode.AUTOPILOT,
                                        null,
                                        opened.mode(),
                                        opened.twinOf(),
                                        opened.createdAt(),
                                        null,
                                        opened.version())));
    }

    /** One more lead in Sydney with a verified address, scored and enrolled. */
    public Lead lead() {
        return leads(1).getFirst();
    }

    /** Leads have the same ids in every run from now on, and so the same texts, which are picked by them. */
    public void knowItsLeads() {
        leadId = number -> new LeadId(UUID.nameUUIDFromBytes(("lead " + number).getBytes(StandardCharsets.UTF_8)));
    }

    public List<Lead> leads(int count) {
        return leads(count, true);
    }

    /** Leads that came to the campaign while it did not run: scored, not enrolled. */
    public List<Lead> waiting(int count) {
        return leads(count, false);
    }

    private List<Lead> leads(int count, boolean enrolled) {
        List<Lead> made = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            made.add(fresh(++people));
        }
        List<LeadId> named = made.stream().map(Lead::id).toList();
        in(() -> {
            on.world().leads().leads().insertAll(made);
            if (on.linkedIn() != null) {
                made.forEach(lead -> on.linkedIn().came(lead, now()));
            }
            PostLoopContract.houses(on, client.id(), made, now());
            ScoringUseCases.scoreLeads(
                            on.world().leads(),
                            on.scoring().scores(),
                            on.scoring().weights(),
                            on.scoring().choices(),
                            on.scoring().buyers(),
                            on.world().clients(),
                            on.world().campaigns(),
                            on.world().events(),
                            clock::get,
                            ids)
                    .score(client.id(), named, ScoreCause.INITIAL);
            if (enrolled) {
                useCases.enrolLeads().enrol(client.id(), campaign.id(), named);
            }
        });
        if (course.texts()) {
            made.forEach(lead -> on.agreed().accept(lead, Channel.SMS));
        }
        return in(() -> on.world().leads().leads().findAll(client.id(), named));
    }

    private Lead fresh(int number) {
        String name = "p" + UUID.randomUUID().toString().replace("-", "");
        Lead lead = Leadbook.with(
                Leadbook.lead(client.id(), number, name),
                new ContactPoints(
                        Leadbook.email(name + "@harbourlane.example"),
                        EmailStatus.VERIFIED,
                        course.texts() ? TextBook.mobile() : null,
                        course == Course.LINKEDIN || course == Course.EVERY
                                ? new LinkedInUrl(LinkedInUrl.Page.PERSON, name)
                                : null),
                null,
                null);
        return Lead.begun(leadId.apply(number), client.id(), lead.source(), now())
                .campaignId(campaign.id())
                .status(lead.status())
                .contact(lead.contact())
                .person(new PersonDetails(
                        "Priya",
                        "Raman",
                        "Head of Growth",
                        lead.person().seniority(),
                        "Sydney",
                        "NSW",
                        lead.person().country()))
                .company(lead.company())
                .roleStart(lead.roleStart())
                .timezone(SYDNEY)
                .history(lead.history())
                .lead();
    }

    /** Runs every stage until none finds anything to do. */
    public void pass() {
        found();
    }

    private int found() {
        int found = 0;
        for (OutreachStage stage : useCases.loop()) {
            int batch = stage.run(client.id(), BATCH);
            for (int i = 1; batch > 0; i++) {
                found += batch;
                batch = i < 20 ? stage.run(client.id(), BATCH) : 0;
            }
        }
        return found;
    }

    /** Runs the loop again and again: in small steps while there is work, else when the next touch comes due. */
    public void runFor(Duration span) {
        Instant end = now().plus(span);
        while (now().isBefore(end)) {
            Instant next = found() > 0 ? now().plus(TICK) : nextDue();
            clock.set(next.isBefore(end) ? next : end);
        }
        pass();
    }

    private Instant nextDue() {
        return in(() -> new ComingWork(on, client.id(), now()).next());
    }

    public void advance(Duration by) {
        clock.updateAndGet(at -> at.plus(by));
    }

    /** What the process's own monotonic clock says from now on, in nanoseconds. */
    public void processTimeIs(LongSupplier source) {
        nanos.set(source);
    }

    public Instant now() {
        return clock.get();
    }

    public OutreachUseCases useCases() {
        return useCases;
    }

    public ClientId client() {
        return client.id();
    }

    public Campaign campaign() {
        return campaign;
    }

    public Mailbox mailbox() {
        return mailbox;
    }

    public World on() {
        return on;
    }

    public List<Touch> touches(Lead lead) {
        return in(() -> on.stores().touches().ofLead(client.id(), lead.id()));
    }

    public Enrolment enrolment(Lead lead) {
        return in(() -> on.stores().enrolments().newest(client.id(), List.of(lead.id())))
                .get(lead.id());
    }

    public List<EnrolmentStep> steps(Lead lead) {
        EnrolmentId enrolment = enrolment(lead).id();
        return in(() -> on.stores().enrolments().steps(client.id(), List.of(enrolment)));
    }

    public Conservation conservation() {
        return in(() -> on.stores().enrolments().conservation(client.id(), campaign.id()));
    }

    public Lead reread(Lead lead) {
        return in(() -> on.world().leads().leads().find(client.id(), lead.id()).orElseThrow());
    }

    public <T> T in(Supplier<T> work) {
        return on.units().inTenant(TenantScope.worker(client.id()), work);
    }

    public void in(Runnable work) {
        on.units().inTenant(TenantScope.worker(client.id()), work);
    }
}
