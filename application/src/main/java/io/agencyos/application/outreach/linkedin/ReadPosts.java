package io.agencyos.application.outreach.linkedin;

import io.agencyos.application.lead.enrichment.ProfileReads;
import io.agencyos.application.lead.source.LinkedInProfileSource;
import io.agencyos.application.lead.store.Leads;
import io.agencyos.application.lead.store.ScoreLeads;
import io.agencyos.application.outreach.engine.SenderBounds;
import io.agencyos.application.outreach.store.Quotas;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.lead.CompanyDetails;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.LeadSignals;
import io.agencyos.domain.resource.seat.Seat;
import io.agencyos.domain.resource.seat.SeatAccount;
import io.agencyos.domain.resource.seat.SeatRhythm;
import io.agencyos.domain.scoring.LeadFacts;
import io.agencyos.domain.scoring.ScoreCause;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.TouchKind;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.contact.LinkedInUrl;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.TouchId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jmolecules.architecture.hexagonal.PrimaryPort;
import org.jspecify.annotations.Nullable;

/**
 * Reads, with the client's own seats, what those write on LinkedIn who are about to be written to and how many they are connected with,
 * what the page of their employer says that is not known, and how much it writes; then scores them anew. Looking leaves no trace, yet LinkedIn sees the seat do it: a seat reads one page at a time, in its
 * owner's hours, and never more than half of what an hour and a day leave for acts and looks, so that invitations and messages
 * keep theirs. A page that cannot be read keeps nobody from being written to. Source: content 1.10, flows 2.6 stages 2 and 3, unipile 4.6.
 */
@PrimaryPort
public final class ReadPosts {

    private static final Duration A_DAY = Duration.ofHours(24);
    private static final Duration FRESH = Duration.ofDays(7);
    private static final int POSTS = 5;

    private final LinkedInPorts ports;
    private final Function<ClientId, Optional<LinkedInProfileSource>> sources;
    private final ProfileReads reads;
    private final Leads leads;
    private final ScoreLeads scoring;
    private final Quotas quotas;
    private final UnitOfWork units;
    private final ClockPort clock;

    /**
     * What one look did.
     *
     * @param read leads whose page was looked at
     * @param changed those of them of whom something is known by now that was not
     */
    public record Round(int read, int changed, List<String> failures) {

        static final Round NOTHING = new Round(0, 0, List.of());

        public Round {
            failures = List.copyOf(failures);
        }
    }

    /** @param sources where a client has seats at all */
    public ReadPosts(
            LinkedInPorts ports,
            Function<ClientId, Optional<LinkedInProfileSource>> sources,
            ProfileReads reads,
            Leads leads,
            ScoreLeads scoring,
            Quotas quotas,
            UnitOfWork units,
            ClockPort clock) {
        this.ports = ports;
        this.sources = sources;
        this.reads = reads;
        this.leads = leads;
        this.scoring = scoring;
        this.quotas = quotas;
        this.units = units;
        this.clock = clock;
    }

    /** One page for each seat that may look now. Never call it inside a unit of work. */
    public Round read(ClientId client) {
        return sources.apply(client).map(source -> read(client, source)).orElse(Round.NOTHING);
    }

    private Round read(ClientId client, LinkedInProfileSource source) {
        Instant now = clock.now();
        TenantScope worker = TenantScope.worker(client);
        List<Seat> seats = units.inTenant(worker, () -> ports.seats().ofClient(client)).stream()
                .filter(seat ->
                        seat.state().mayAct() && seat.link().account() != null && SeatRhythm.isAtWork(seat.zone(), now))
                .sorted(Comparator.comparing(seat -> seat.id().value()))
                .toList();
        if (seats.isEmpty()) {
            return Round.NOTHING;
        }
        List<Lead> due = units.inTenant(worker, () -> {
            List<LeadId> next = reads.due(client, now.plus(A_DAY), now.minus(FRESH), seats.size());
            return leads.findAll(client, next);
        });
        int read = 0;
        int changed = 0;
        List<String> failures = new ArrayList<>();
        for (int i = 0; i < due.size(); i++) {
            Seat seat = seats.get(i);
            Lead lead = due.get(i);
            if (units.inTenant(worker, () -> hasRoom(seat, lead, now))) {
                switch (look(client, source, seat, lead)) {
                    case Result.Ok<Seen, VendorFailure>(Seen seen) -> {
                        read++;
                        changed += units.inTenant(worker, () -> written(client, lead.id(), seen, now)) ? 1 : 0;
                    }
                    case Result.Err<Seen, VendorFailure>(VendorFailure failure) -> {
                        failures.add(failure.toString());
                        missed(client, seat, lead, failure, now);
                    }
                }
            }
        }
        return new Round(read, changed, failures);
    }

    /** Uses one look of the seat where half of the hour and of the day is still left. */
    private boolean hasRoom(Seat seat, Lead lead, Instant now) {
        TouchId look = new TouchId(
                UUID.nameUUIDFromBytes((lead.id().text() + "|posts|" + now).getBytes(StandardCharsets.UTF_8)));
        List<Quotas.Bound> half =
                SenderBounds.of(seat, TouchKind.LI_VIEW, new SenderBounds.SeatBook(0, 0, false), now).stream()
                        .map(bound -> new Quotas.Bound(bound.counter(), bound.limit() / 2))
                        .toList();
        boolean taken = quotas.reserve(seat.clientId(), List.of(new Quotas.Claim(look, half)))
                .isEmpty();
        if (taken) {
            quotas.use(seat.clientId(), List.of(look));
        }
        return taken;
    }

    /** What a look found. */
    private record Seen(
            List<LinkedInProfileSource.Post> posts,
            Optional<Integer> connections,
            Optional<LinkedInProfileSource.CompanyPage> company,
            Optional<Integer> companyPosts) {}

    private static Result<Seen, VendorFailure> look(
            ClientId client, LinkedInProfileSource source, Seat seat, Lead lead) {
        String account = account(seat);
        LinkedInUrl page = Objects.requireNonNull(lead.contact().linkedIn(), "only who has a page is due");
        return source.posts(client, account, page, POSTS).map(posts -> {
            Optional<LinkedInProfileSource.CompanyPage> employer = employer(lead)
                    .flatMap(company -> source.company(client, account, company).toOptional());
            return new Seen(
                    posts,
                    source.person(client, account, page)
                            .toOptional()
                            .flatMap(LinkedInProfileSource.PersonPage::connections),
                    employer,
                    employer.filter(company -> !isHeard(lead))
                            .flatMap(company -> source.companyPosts(client, account, company.ref(), POSTS)
                                    .toOptional())
                            .map(List::size));
        });
    }

    /** Whether it is known of the employer how much it writes. */
    private static boolean isHeard(Lead lead) {
        LeadFacts.LinkedInActivity known = lead.signals().linkedIn();
        return known != null && known.companyPostCount() != null;
    }

    /** The employer's page, where it could say what is not known. */
    private static Optional<LinkedInUrl> employer(Lead lead) {
        CompanyDetails known = lead.company();
        boolean complete = known.employeeCount() != null && known.industry() != null && isHeard(lead);
        return known.linkedInKey() == null || complete
                ? Optional.empty()
                : LinkedInUrl.ofKey(known.linkedInKey()).filter(url -> url.page() == LinkedInUrl.Page.COMPANY);
    }

    private static String account(Seat seat) {
        SeatAccount account = seat.link().account();
        return Objects.requireNonNull(account, "a seat that acts was linked").ref();
    }

    private boolean written(ClientId client, LeadId id, Seen seen, Instant now) {
        boolean changed = leads.findForUpdate(client, id)
                .filter(lead -> lead.deletedAt() == null)
                .map(before -> {
                    Lead after = before.change()
                            .signals(before.signals().joinedBy(signals(seen)))
                            .company(seen.company()
                                    .map(page -> filled(before.company(), page))
                                    .orElse(before.company()))
                            .updatedAt(now)
                            .lead();
                    boolean news = !after.signals().equals(before.signals())
                            || !after.company().equals(before.company());
                    if (news) {
                        leads.update(after);
                        scoring.score(client, List.of(id), ScoreCause.REFRESH);
                    }
                    return news;
                })
                .orElse(false);
        reads.read(client, List.of(id), now);
        return changed;
    }

    private static LeadSignals signals(Seen seen) {
        List<LocalDate> dates = seen.posts().stream()
                .flatMap(post -> post.at().stream())
                .map(at -> LocalDate.ofInstant(at, ZoneOffset.UTC))
                .toList();
        return new LeadSignals(
                null,
                null,
                null,
                null,
                new LeadFacts.LinkedInActivity(
                        dates,
                        seen.connections().orElse(null),
                        seen.companyPosts().orElse(null),
                        null),
                null);
    }

    /** What is known stays. */
    private static CompanyDetails filled(CompanyDetails known, LinkedInProfileSource.CompanyPage page) {
        return new CompanyDetails(
                known.name() == null && !page.name().isBlank() ? page.name() : known.name(),
                known.domain(),
                first(known.industry(), page.industries().stream().findFirst().orElse(null)),
                first(known.employeeCount(), page.employees().orElse(null)),
                known.city(),
                known.state(),
                known.country(),
                first(known.websiteUrl(), page.website().map(Object::toString).orElse(null)),
                known.linkedInKey(),
                known.foundedYear(),
                known.hiring(),
                known.latestFundingDate(),
                known.technologies(),
                known.keywords());
    }

    private static <T> @Nullable T first(@Nullable T known, @Nullable T said) {
        return known == null ? said : known;
    }

    /** A page that is nobody's, or none of a person, is not asked for again; whoever could not be asked is, and the seat is heard. */
    private void missed(ClientId client, Seat seat, Lead lead, VendorFailure failure, Instant now) {
        if (failure instanceof VendorFailure.NotFound || failure instanceof VendorFailure.Invalid) {
            units.inTenant(TenantScope.worker(client), () -> {
                reads.read(client, List.of(lead.id()), now);
                return lead;
            });
        }
        ports.lines()
                .of(client)
                .flatMap(line -> line.acts().signal(failure))
                .ifPresent(signal -> ports.hear().changed(client, seat.id(), signal));
    }
}
