package io.agencyos.adapters.in.rest.conversion;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.None;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.application.conversion.everywhere.Everywhere;
import io.agencyos.application.conversion.everywhere.ReadEverywhere;
import io.agencyos.application.resource.DomainBook;
import io.agencyos.application.resource.KeepDomains;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.domain.resource.DomainHealth;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What e-mails came to over 30 days, per client and domain. Source: api 9.17 {@code P/compliance/summary}. */
public final class ComplianceRoutes implements RouteGroup {

    private static final Duration SPAN = Duration.ofDays(30);
    private static final int MOST_DOMAINS = 1_000;
    private static final UUID ID = UUID.fromString("019baaaa-0000-7000-8000-000000000091");
    private static final Instant WHEN = Instant.parse("2026-03-02T02:15:04.120Z");
    private static final Summary EXAMPLE = new Summary(
            WHEN,
            List.of(new OfClient(
                    ID, "Northlight", 1_200, 12, 0, 9, new BigDecimal("0.0100"), BigDecimal.ZERO.setScale(4), null)),
            List.of(new OfDomain(
                    ID,
                    "hello-harbour.example",
                    DomainHealth.GOOD,
                    new BigDecimal("0.0100"),
                    BigDecimal.ZERO.setScale(4),
                    WHEN)));

    private final ReadEverywhere read;
    private final KeepDomains domains;
    private final ClockPort clock;

    public ComplianceRoutes(ReadEverywhere read, KeepDomains domains, ClockPort clock) {
        this.read = read;
        this.domains = domains;
        this.clock = clock;
    }

    /** A client; a rate is null where nothing was sent. */
    public record OfClient(
            UUID id,
            String name,
            long sent,
            long bounced,
            long complained,
            long optedOut,
            @Nullable BigDecimal bounceRate,
            @Nullable BigDecimal complaintRate,
            @Nullable BigDecimal optOutRate) {

        static OfClient of(Everywhere.Compliance row) {
            return new OfClient(
                    row.client().id().value(),
                    row.client().name(),
                    row.sent(),
                    row.bounced(),
                    row.complained(),
                    row.optedOut(),
                    rate(row.bounced(), row.sent()),
                    rate(row.complained(), row.sent()),
                    rate(row.optedOut(), row.sent()));
        }
    }

    /** A sending domain; its figures are as old as {@code checked_at} says. */
    public record OfDomain(
            UUID id,
            String domain,
            DomainHealth health,
            @Nullable BigDecimal bounceRate,
            @Nullable BigDecimal complaintRate,
            @Nullable Instant checkedAt) {

        static OfDomain of(DomainBook.Row row) {
            int sends = row.mail().sends();
            return new OfDomain(
                    row.id().value(),
                    row.name().value(),
                    row.health(),
                    rate(row.mail().bounces(), sends),
                    rate(row.mail().complaints(), sends),
                    row.judgedAt());
        }
    }

    /** All of it. */
    public record Summary(Instant since, List<OfClient> clients, List<OfDomain> domains) {}

    private static @Nullable BigDecimal rate(long part, long whole) {
        return whole == 0 ? null : BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), 4, RoundingMode.HALF_UP);
    }

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(Route.get(Route.P + "/compliance/summary", "What came back over 30 days, per client and domain")
                .tag("Platform")
                .platformAdmin()
                .answers(Summary.class, EXAMPLE)
                .handledBy(this::summary));
    }

    private Reply<Summary> summary(Call<None> call) {
        Instant since = clock.now().minus(SPAN);
        DomainBook.Filter all = new DomainBook.Filter(Set.of(), List.of());
        return Reply.ok(new Summary(
                since,
                read.compliance(since).stream().map(OfClient::of).toList(),
                domains.list(all, null, MOST_DOMAINS).stream().map(OfDomain::of).toList()));
    }
}
