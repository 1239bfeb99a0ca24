package io.agencyos.application.allocation;

import io.agencyos.application.allocation.keeping.PoolKeeping;
import io.agencyos.application.allocation.store.AllocationPorts;
import io.agencyos.application.allocation.store.LearnedTargets;
import io.agencyos.application.allocation.store.ServedCompanies;
import io.agencyos.application.campaign.enrolment.EnrolLeads;
import io.agencyos.application.client.ClientUseCases;
import io.agencyos.application.client.Credits;
import io.agencyos.application.client.OpenClient;
import io.agencyos.application.deal.store.MeetingOutcomes;
import io.agencyos.application.lead.LeadEditing;
import io.agencyos.application.lead.intake.LeadUseCases;
import io.agencyos.application.lead.intake.StockPool;
import io.agencyos.application.lead.store.LeadPorts;
import io.agencyos.application.outreach.OutreachUseCases;
import io.agencyos.application.outreach.engine.OutreachWorld;
import io.agencyos.application.outreach.mail.UnsubscribeLinks;
import io.agencyos.application.outreach.store.OutreachStores;
import io.agencyos.application.platform.Audit;
import io.agencyos.application.platform.Events;
import io.agencyos.application.scoring.ScoringUseCases;
import io.agencyos.application.scoring.rescore.ScoringTriggers;
import io.agencyos.application.scoring.store.ScoringPorts;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.PublishedSuffixes;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.application.testing.Campaignbook;
import io.agencyos.application.testing.Leadbook;
import io.agencyos.domain.campaign.Campaign;
import io.agencyos.domain.campaign.enrolment.StopReason;
import io.agencyos.domain.client.IcpOrigin;
import io.agencyos.domain.client.IcpProfile;
import io.agencyos.domain.client.IcpStatus;
import io.agencyos.domain.client.PermissionMode;
import io.agencyos.domain.lead.CompanyDetails;
import io.agencyos.domain.lead.ContactPoints;
import io.agencyos.domain.lead.IdentityKey;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.LeadSource;
import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.lead.PersonDetails;
import io.agencyos.domain.lead.PoolPerson;
import io.agencyos.domain.lead.PoolStatus;
import io.agencyos.domain.lead.ReleaseReason;
import io.agencyos.domain.platform.DomainEvent;
import io.agencyos.domain.scoring.EmailStatus;
import io.agencyos.domain.scoring.match.Seniority;
import io.agencyos.domain.shared.contact.Country;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.IcpId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.PoolPersonId;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A pool and clients that want people from it, over whatever stores it is given, on a clock that the test moves. */
public final class AllocationScenario {

    /** What the scenario runs on. */
    public record Stores(
            MeetingOutcomes outcomes,
            UnitOfWork units,
            Credits credits,
            OutreachStores outreach,
            OutreachWorld world,
            ScoringPorts scoring,
            AllocationPorts allocation,
            Audit audit) {}

    /** A client with a confirmed profile, a warm mailbox and an active campaign. */
    public record Asking(ClientId client, Campaign campaign) {
        public TenantScope worker() {
            return TenantScope.worker(client);
        }
    }

    private final Stores on;
    private final AtomicReference<Instant> now;
    private final IdSource ids = UUID::randomUUID;
    private final List<DomainEvent> told = new CopyOnWriteArrayList<>();
    private final List<String> timeline = new CopyOnWriteArrayList<>();
    private final List<String> invalidFacts = new CopyOnWriteArrayList<>();
    private @Nullable EnrolLeads enrolment;
    private LearnedTargets learned = LearnedTargets.NOTHING;
    private ServedCompanies served = ServedCompanies.NONE;
    private int people;

    public AllocationScenario(Stores on, AtomicReference<Instant> now) {
        this.on = triggered(on, new ScoringTriggers(on.scoring().requests(), now::get, ids));
        this.now = now;
    }

    /** The stores as the product wires them: what moves a score asks for it. */
    private static Stores triggered(Stores on, ScoringTriggers triggers) {
        OutreachWorld world = on.world();
        LeadPorts leads = world.leads();
        return new Stores(
                on.outcomes(),
                on.units(),
                on.credits(),
                on.outreach(),
                new OutreachWorld(
                                world.clients(),
                                triggers.over(world.campaigns()),
                                new LeadPorts(
                                        leads.leads(),
                                        leads.people(),
                                        triggers.over(leads.suppressions()),
                                        leads.imports()),
                                world.mailboxes(),
                                world.holidays(),
                                world.activities(),
                                triggers.over(world.events()),
                                world.tasks())
                        .metered(world.meter()),
                on.scoring(),
                on.allocation(),
                on.audit());
    }

    public Stores on() {
        return on;
    }

    /** Every event that a use case of {@link #allocation} appended, also in a unit that was rolled back. */
    public List<DomainEvent> told() {
        return told;
    }

    public void advance(Duration by) {
        now.updateAndGet(instant -> instant.plus(by));
    }

    public Instant now() {
        return now.get();
    }

    /** From now on this is known of leads. */
    public void learns(LearnedTargets targets) {
        learned = targets;
    }

    /** From now on leads are enrolled by this one. */
    public void enrolBy(EnrolLeads other) {
        enrolment = other;
    }

    public Asking asking() {
        return asking(icp -> icp);
    }

    /** With a profile that wants heads of growth in Australian marketing companies, unless it is changed. */
    public Asking asking(UnaryOperator<IcpProfile> change) {
        ClockPort clock = now::get;
        OpenClient open = new ClientUseCases(on.world().clients(), on.credits(), on.units(), clock, ids).openClient();
        if (!(open.open("Northlight " + UUID.randomUUID()) instanceof OpenClient.Outcome.Opened(var client))) {
            throw new AssertionError("no client");
        }
        return asking(client.id(), change);
    }

    /** The same for a client that is open already. */
    public Asking asking(ClientId client, UnaryOperator<IcpProfile> change) {
        Campaign campaign = Campaignbook.active(client, PermissionMode.AUTOPILOT, now.get());
        IcpProfile icp = change.apply(new IcpProfile(
                new IcpId(UUID.randomUUID()),
                client,
                1,
                IcpStatus.CONFIRMED,
                IcpOrigin.MANUAL,
                List.of("Marketing"),
                List.of("Head of Growth"),
                List.of(),
                List.of("Australia"),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                now.get(),
                0));
        run(client, () -> {
            on.world().clients().saveIcp(icp);
            on.world()
                    .mailboxes()
                    .assign(Campaignbook.mailbox(
                            client,
                            "sam@d" + UUID.randomUUID().toString().replace("-", "") + ".example",
                            now.get(),
                            Duration.ofDays(60)));
            on.world().campaigns().insert(campaign, Campaignbook.emails(campaign));
        });
        return new Asking(client, campaign);
    }

    public OutreachUseCases outreach() {
        return new OutreachUseCases(
                on.outreach(),
                on.world(),
                mailbox -> {
                    throw new AssertionError("nothing is sent here");
                },
                new NoLinks(),
                on.units(),
                now::get,
                ids,
                () -> 0L);
    }

    private static final class NoLinks implements UnsubscribeLinks {
        @Override
        public URI of(Subject subject) {
            return URI.create("https://agency.example/u/" + subject.touch().text());
        }

        @Override
        public Optional<Subject> read(String token) {
            return Optional.empty();
        }
    }

    /** The outbox, with an ear at it. */
    public Events events() {
        return events -> {
            told.addAll(events);
            on.world().events().append(events);
        };
    }

    /** What the allocator wrote into the histories of leads. */
    public List<String> timeline() {
        return timeline;
    }

    /** Whom the clients have served. */
    public void serving(ServedCompanies companies) {
        served = companies;
    }

    /** Facts that scores had to do without because they cannot be. */
    public List<String> invalidFacts() {
        return invalidFacts;
    }

    public ScoringUseCases scoring() {
        return new ScoringUseCases(
                on.world().leads(),
                on.scoring().heardBy((client, lead, facts) -> invalidFacts.addAll(facts)),
                on.world().clients(),
                on.world().campaigns(),
                events(),
                on.units(),
                now::get,
                ids);
    }

    public LeadEditing editing() {
        return new LeadEditing(
                on.world().leads(),
                on.world().clients(),
                on.world().campaigns(),
                scoring().scoreLeads(),
                outreach().enrolLeads(),
                (client, lead) -> {
                    outreach().stopOutreach().stop(client, lead, StopReason.Plain.LEAD_DELETED);
                    allocation().releaseLeads().release(client, List.of(lead), ReleaseReason.MANUAL);
                },
                events(),
                on.audit(),
                PublishedSuffixes.identityKeys(),
                on.units(),
                now::get,
                ids);
    }

    public StockPool stockPool() {
        return new LeadUseCases(
                        on.world().leads(),
                        on.world().clients(),
                        on.world().campaigns(),
                        scoring().scoreLeads(),
                        outreach().enrolLeads(),
                        (client, lead) -> {},
                        events(),
                        PublishedSuffixes.identityKeys(),
                        on.units(),
                        now::get,
                        ids)
                .stockPool();
    }

    public AllocationUseCases allocation() {
        return allocation(on.allocation());
    }

    /** The same over other stores of allocation. */
    public AllocationUseCases allocation(AllocationPorts ports) {
        return allocation(ports, on.units());
    }

    /** The same in these units of work. */
    public AllocationUseCases allocation(AllocationPorts ports, UnitOfWork units) {
        return new AllocationUseCases(ports, world(), units, now::get, ids);
    }

    /** What ends holds; with these stores of allocation. */
    public PoolKeeping keeping(AllocationPorts ports) {
        return new PoolKeeping(
                ports, world(), on.outreach().enrolments(), outreach().stopOutreach(), on.units(), now::get, ids);
    }

    public PoolKeeping keeping() {
        return keeping(on.allocation());
    }

    private AllocationWorld world() {
        ScoringUseCases scoring = scoring();
        return new AllocationWorld(
                on.world().clients(),
                on.world().campaigns(),
                on.world().leads(),
                on.credits(),
                scoring.previewScores(),
                scoring.scoreLeads(),
                Optional.ofNullable(enrolment).orElseGet(outreach()::enrolLeads),
                on.outreach().touches(),
                activities -> {
                    activities.forEach(activity -> timeline.add(String.valueOf(activity.detail())));
                    return on.world().activities().append(activities);
                },
                events(),
                on.audit(),
                learned,
                served);
    }

    /** Free people who fit, the first the best: the more facts are known, the higher the score. */
    public List<PoolPerson> pool(int count) {
        List<PoolPerson> made = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            made.add(person());
        }
        return add(made);
    }

    public List<PoolPerson> add(List<PoolPerson> made) {
        Map<PoolPerson, List<IdentityKey>> keyed = new LinkedHashMap<>();
        made.forEach(
                person -> keyed.put(person, IdentityKey.of(person.contact(), person.personalEmail(), person.person())));
        on.units().onPlatform(() -> on.world().leads().people().insertAll(keyed));
        return made;
    }

    public PoolPerson person() {
        return person(EmailStatus.VERIFIED, "Head of Growth", Country.AUSTRALIA, 25);
    }

    /** Somebody new at a marketing company of their own. */
    public PoolPerson person(EmailStatus address, String title, Country country, int employees) {
        String name = "p" + UUID.randomUUID().toString().replace("-", "");
        String domain = name + ".example";
        people++;
        return new PoolPerson(
                new PoolPersonId(UUID.randomUUID()),
                new ContactPoints(Leadbook.email("hello@" + domain), address, null, null),
                null,
                new PersonDetails("Priya", "Raman", title, Seniority.HEAD, null, null, country),
                new CompanyDetails(
                        "Company " + name,
                        new io.agencyos.domain.shared.contact.DomainName(domain),
                        "Marketing",
                        employees,
                        null,
                        null,
                        country,
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        List.of()),
                null,
                ZoneId.of("Australia/Sydney"),
                PoolStatus.AVAILABLE,
                null,
                "csv_import",
                0,
                false,
                null,
                null,
                0,
                1,
                now.get().plusMillis(people),
                0);
    }

    /** A stored lead of the client's own that nobody has scored or put into a campaign. */
    public Lead lead(Asking asking) {
        return lead(asking, person(), LeadStatus.NEW, null);
    }

    /** The same with these facts, in this state and campaign. */
    public Lead lead(Asking asking, PoolPerson facts, LeadStatus status, @Nullable Campaign campaign) {
        Lead lead = Lead.begun(new LeadId(UUID.randomUUID()), asking.client(), LeadSource.CSV_IMPORT, facts.createdAt())
                .campaignId(campaign == null ? null : campaign.id())
                .status(status)
                .contact(facts.contact())
                .person(facts.person())
                .company(facts.company())
                .roleStart(facts.roleStart())
                .timezone(facts.timezone())
                .lead();
        run(asking.client(), () -> on.world().leads().leads().insertAll(List.of(lead)));
        return lead;
    }

    public Lead reread(Lead lead) {
        return read(
                lead.clientId(),
                () -> on.world()
                        .leads()
                        .leads()
                        .find(lead.clientId(), lead.id())
                        .orElseThrow());
    }

    public <T> T read(ClientId client, Supplier<T> work) {
        return on.units().inTenant(TenantScope.worker(client), work);
    }

    public void run(ClientId client, Runnable work) {
        on.units().inTenant(TenantScope.worker(client), work);
    }
}
