package io.agencyos.adapters.in.rest.resource;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.None;
import io.agencyos.adapters.in.http.route.Page;
import io.agencyos.adapters.in.http.route.Paging;
import io.agencyos.adapters.in.http.route.Param;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.adapters.in.http.route.Sorting;
import io.agencyos.adapters.in.http.route.Text;
import io.agencyos.application.resource.DomainBook;
import io.agencyos.application.resource.KeepDomains;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.domain.resource.DomainHealth;
import io.agencyos.domain.resource.MailboxWarmth.DnsState;
import io.agencyos.domain.resource.WarmUpFindings;
import io.agencyos.domain.resource.WarmUpReading;
import io.agencyos.domain.resource.WarmUpTraffic;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.ResourceId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How sending domains stand, and stopping one. Source: api 9.17 {@code P/email-health}. */
public final class EmailHealthRoutes implements RouteGroup {

    private static final String TAG = "Platform";
    private static final String ALL = Route.P + "/email-health";
    private static final UUID ID = UUID.fromString("019baaaa-0000-7000-8000-000000000051");
    private static final Instant WHEN = Instant.parse("2026-03-02T02:15:04.120Z");
    private static final DomainView EXAMPLE = new DomainView(
            ID,
            "hello-harbour.example",
            List.of(ID),
            DomainHealth.WARNING,
            1_200,
            30,
            0,
            new BigDecimal("0.0250"),
            new BigDecimal("0.0000"),
            WHEN,
            35,
            40L,
            true,
            new MeasuredView(
                    true,
                    31,
                    96,
                    0,
                    new RecordsView(DnsState.VALID, DnsState.VALID, DnsState.VALID, DnsState.VALID),
                    WHEN,
                    true),
            new WarmUpWeek(LocalDate.parse("2026-03-01"), 140, 42, 1),
            null);

    private final KeepDomains domains;
    private final ClockPort clock;

    public EmailHealthRoutes(KeepDomains domains, ClockPort clock) {
        this.domains = domains;
        this.clock = clock;
    }

    /**
     * Why the domain is stopped.
     *
     * @param at when it was stopped
     * @param reason why it was stopped, in the words of who did
     */
    public record Paused(Instant at, String reason, UUID by) {}

    /**
     * The domain's records, as the service that warms it up finds them.
     *
     * @param spf who may send for the domain
     * @param dkim the key that its mail is signed with
     * @param dmarc what receivers do with mail that proves nothing
     * @param mx where mail to the domain goes
     */
    public record RecordsView(DnsState spf, DnsState dkim, DnsState dmarc, DnsState mx) {}

    /**
     * What the service says that warms the domain up: the worst of its mailboxes.
     *
     * @param warm whether it finds the domain warm
     * @param days days that it has warmed it up
     * @param heatScore 0 to 100; null where it was not measured
     * @param blacklistHits lists of bad senders that name the domain
     * @param checkedAt when it looked
     * @param fresh false after 48 hours, when the domain counts as not warm
     */
    public record MeasuredView(
            boolean warm,
            int days,
            @Nullable Integer heatScore,
            int blacklistHits,
            RecordsView dns,
            Instant checkedAt,
            boolean fresh) {

        static MeasuredView of(WarmUpReading reading, Instant now) {
            WarmUpFindings found = reading.findings();
            return new MeasuredView(
                    reading.warm(),
                    reading.days(),
                    found.heat(),
                    found.blacklistHits(),
                    new RecordsView(
                            found.dns().spf(),
                            found.dns().dkim(),
                            found.dns().dmarc(),
                            found.dns().mx()),
                    reading.checkedAt(),
                    reading.isFresh(now));
        }
    }

    /**
     * E-mails by which the service warmed the domain up in seven days.
     *
     * @param until the last of them, in UTC
     * @param sent from its mailboxes
     * @param replied those that were answered
     * @param spam those that came to lie among spam
     */
    public record WarmUpWeek(LocalDate until, int sent, int replied, int spam) {

        static WarmUpWeek of(WarmUpTraffic.Week week) {
            return new WarmUpWeek(
                    week.until(),
                    week.traffic().sent(),
                    week.traffic().replied(),
                    week.traffic().spam());
        }
    }

    /**
     * A domain; the figures are of 30 days and as old as {@code checked_at} says.
     *
     * @param domain the sending domain
     * @param health how mail providers treat the domain, by its bounces and complaints
     * @param sends e-mails of the last 30 days
     * @param dailyLimit the most e-mails in a day, which the domain's mailboxes share
     * @param measured what the service says that warms it up; null where none does
     * @param warmUpWeek what the service sent of late; null where nothing is known
     * @param paused who stopped the domain and why; null while it sends
     */
    public record DomainView(
            UUID id,
            String domain,
            List<UUID> clientIds,
            DomainHealth health,
            int sends,
            int bounces,
            int complaints,
            @Nullable BigDecimal bounceRate,
            @Nullable BigDecimal complaintRate,
            @Nullable Instant checkedAt,
            int dailyLimit,
            @Nullable Long warmUpDay,
            @Nullable Boolean dnsOk,
            @Nullable MeasuredView measured,
            @Nullable WarmUpWeek warmUpWeek,
            @Nullable Paused paused) {

        static DomainView of(DomainBook.Row row, Instant now) {
            int sends = row.mail().sends();
            return new DomainView(
                    row.id().value(),
                    row.name().value(),
                    row.clients().stream().map(ClientId::value).toList(),
                    row.health(),
                    sends,
                    row.mail().bounces(),
                    row.mail().complaints(),
                    rate(row.mail().bounces(), sends),
                    rate(row.mail().complaints(), sends),
                    row.judgedAt(),
                    row.limit(now),
                    row.warmUpDay(now),
                    row.authenticated(),
                    row.reading() == null ? null : MeasuredView.of(row.reading(), now),
                    row.week() == null ? null : WarmUpWeek.of(row.week()),
                    row.stop() == null
                            ? null
                            : new Paused(
                                    row.stop().at(),
                                    row.stop().reason(),
                                    row.stop().by().value()));
        }

        private static @Nullable BigDecimal rate(int part, int whole) {
            return whole == 0
                    ? null
                    : BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), 4, RoundingMode.HALF_UP);
        }
    }

    /**
     * Why it is stopped.
     *
     * @param reason why, for the audit log
     */
    public record Stop(@Text(min = 1, max = 500) String reason) {}

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(
                Route.get(ALL, "Sending domains with what they sent and what came back")
                        .tag(TAG)
                        .platformAdmin()
                        .params(Param.words("health", DomainHealth.class), Param.id("client_id"))
                        .lists(DomainView.class, Sorting.of("domain"), EXAMPLE)
                        .handledBy(this::list),
                Route.post(ALL + "/domains/{id}/pause", "Stops everything that would leave from a domain")
                        .tag(TAG)
                        .platformAdmin()
                        .body(Stop.class, new Stop("Listed at a block list"))
                        .answers(DomainView.class, EXAMPLE)
                        .handledBy(call -> reply(domains.stop(
                                call.principal().userId(), id(call), call.body().reason(), call.origin()))),
                Route.post(ALL + "/domains/{id}/resume", "Lets a domain send again, as much as it may")
                        .tag(TAG)
                        .platformAdmin()
                        .answers(DomainView.class, EXAMPLE)
                        .handledBy(call -> reply(domains.goOn(call.principal().userId(), id(call), call.origin()))));
    }

    private static ResourceId id(Call<?> call) {
        return call.id("id", ResourceId::new);
    }

    private Reply<Page<DomainView>> list(Call<None> call) {
        DomainBook.Filter filter = new DomainBook.Filter(
                call.query().words("health", DomainHealth.class), call.query().ids("client_id", ClientId::new));
        DomainBook.After after = call.paging()
                .after()
                .map(place -> new DomainBook.After(place.keys().getFirst(), new ResourceId(place.id())))
                .orElse(null);
        Instant now = clock.now();
        return Reply.ok(Page.of(
                domains.list(filter, after, call.paging().limit() + 1),
                call.paging(),
                row -> DomainView.of(row, now),
                row -> new Paging.Position(List.of(row.name().value()), row.id().value())));
    }

    private Reply<DomainView> reply(Optional<DomainBook.Row> row) {
        return row.map(found -> DomainView.of(found, clock.now()))
                .<Reply<DomainView>>map(Reply::ok)
                .orElseGet(Reply::notFound);
    }
}
