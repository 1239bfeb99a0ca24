package io.agencyos.application.conversion.report;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;

import io.agencyos.application.conversion.ReportSpan;
import io.agencyos.application.conversion.report.Figures.Cut;
import io.agencyos.application.conversion.report.Figures.Kind;
import io.agencyos.application.conversion.report.Figures.Over;
import io.agencyos.application.conversion.report.Figures.Result;
import io.agencyos.application.conversion.report.Figures.Sent;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.campaign.Campaign;
import io.agencyos.domain.campaign.CampaignStatus;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.MeetingPace;
import io.agencyos.domain.client.billing.Plan;
import io.agencyos.domain.deal.AttributionModel;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every report is a few questions to the store, in the reader's own scope and one transaction. */
public final class ReadReportsService implements ReadReports {

    private static final int TOP_QUESTIONS = 10;

    private final ReportPorts ports;
    private final UnitOfWork units;
    private final ClockPort clock;

    public ReadReportsService(ReportPorts ports, UnitOfWork units, ClockPort clock) {
        this.ports = ports;
        this.units = units;
        this.clock = clock;
    }

    private <T> Optional<T> read(TenantScope scope, Span span, BiFunction<Days, Over, T> report) {
        Instant now = clock.now();
        return units.inTenant(
                scope,
                () -> ReportSpan.of(ports.clients(), scope.clientId(), span.from(), span.to(), now)
                        .map(days -> report.apply(
                                new Days(days.from(), days.to()),
                                over(scope, days.start(), days.end(), span.campaign(), now))));
    }

    /** Needs an open unit of work. */
    private Over over(TenantScope scope, Instant from, Instant until, @Nullable CampaignId campaign, Instant now) {
        return new Over(scope.clientId(), zone(scope), from, until, campaign, now);
    }

    private ZoneId zone(TenantScope scope) {
        return ports.clients().find(scope.clientId()).map(Client::timezone).orElse(ZoneOffset.UTC);
    }

    /** Whole days of the client's clock. */
    private Over days(TenantScope scope, LocalDate first, LocalDate last, Instant now) {
        ZoneId zone = zone(scope);
        return over(
                scope,
                first.atStartOfDay(zone).toInstant(),
                last.plusDays(1).atStartOfDay(zone).toInstant(),
                null,
                now);
    }

    @Override
    public Moments moments(TenantScope scope, LocalDate from, LocalDate to) {
        Instant now = clock.now();
        return units.inTenant(scope, () -> {
            Over over = days(scope, from, to, now);
            return new Moments(over.from(), over.until());
        });
    }

    @Override
    public Optional<Channels> channels(TenantScope scope, Span span) {
        return read(scope, span, (days, over) -> new Channels(days, channels(over)));
    }

    private List<ChannelLine> channels(Over over) {
        Map<Channel, Sent> sent = ports.figures().sent(over, Cut.NOTHING).stream()
                .collect(Collectors.toMap(Sent::channel, Function.identity()));
        List<Figures.Event> events = ports.figures().events(over);
        return Stream.of(Channel.values())
                .map(channel -> new ChannelLine(
                        sent.getOrDefault(channel, new Sent("", channel, 0, 0, 0, 0, 0, 0)),
                        count(events, Kind.UNSUBSCRIBED, channel),
                        count(events, Kind.CONVERTED, channel)))
                .filter(line -> line.sent().sent() + line.unsubscribed() + line.converted() > 0)
                .toList();
    }

    private static int count(List<Figures.Event> events, Kind kind, Channel channel) {
        return events.stream()
                .filter(event -> event.kind() == kind && event.channel() == channel)
                .mapToInt(Figures.Event::count)
                .sum();
    }

    @Override
    public Optional<Daily> daily(TenantScope scope, Span span) {
        return read(scope, span, (days, over) -> {
            Map<String, List<Sent>> sent =
                    ports.figures().sent(over, Cut.DAY).stream().collect(groupingBy(Sent::key));
            Map<LocalDate, Map<Kind, Integer>> events = ports.figures().events(over).stream()
                    .collect(groupingBy(
                            Figures.Event::day, groupingBy(Figures.Event::kind, summingInt(Figures.Event::count))));
            return new Daily(
                    days,
                    days.from()
                            .datesUntil(days.to().plusDays(1))
                            .map(day -> day(
                                    day,
                                    sent.getOrDefault(day.toString(), List.of()),
                                    events.getOrDefault(day, Map.of())))
                            .toList());
        });
    }

    private static Day day(LocalDate day, List<Sent> sent, Map<Kind, Integer> events) {
        return new Day(
                day,
                sent.stream().mapToInt(Sent::sent).sum(),
                sent.stream().mapToInt(Sent::delivered).sum(),
                events.getOrDefault(Kind.REPLY, 0),
                events.getOrDefault(Kind.BOOKING, 0));
    }

    @Override
    public Optional<Summary> summary(TenantScope scope, Span span, boolean compared) {
        return read(scope, span, (days, over) -> summary(scope, days, over, compared));
    }

    private Summary summary(TenantScope scope, Days days, Over over, boolean compared) {
        return new Summary(
                days,
                totals(over),
                channels(over),
                compared ? Optional.of(totals(before(scope, days, over))) : Optional.empty());
    }

    private Over before(TenantScope scope, Days days, Over over) {
        long length = ChronoUnit.DAYS.between(days.from(), days.to()) + 1;
        Over earlier = days(scope, days.from().minusDays(length), days.to().minusDays(length), over.now());
        return new Over(earlier.client(), earlier.zone(), earlier.from(), earlier.until(), over.campaign(), over.now());
    }

    private Totals totals(Over over) {
        return new Totals(
                ports.figures().sent(over, Cut.NOTHING).stream()
                        .mapToInt(Sent::sent)
                        .sum(),
                replies(over),
                ports.figures().results(over).getFirst());
    }

    private int replies(Over over) {
        return ports.figures().events(over).stream()
                .filter(event -> event.kind() == Kind.REPLY)
                .mapToInt(Figures.Event::count)
                .sum();
    }

    @Override
    public Optional<Hours> timeOfDay(TenantScope scope, Span span, @Nullable Channel channel) {
        return read(
                scope,
                span,
                (days, over) -> new Hours(
                        days,
                        ports.figures().sent(over, Cut.HOUR_OF_WEEK).stream()
                                .filter(line -> channel == null || line.channel() == channel)
                                .collect(Collectors.toMap(Sent::key, Function.identity(), Sent::plus, TreeMap::new))));
    }

    @Override
    public Month overview(TenantScope scope) {
        Instant now = clock.now();
        return units.inTenant(scope, () -> {
            LocalDate today = LocalDate.ofInstant(now, zone(scope));
            LocalDate first = today.withDayOfMonth(1);
            LocalDate before = first.minusMonths(1);
            LocalDate beforeTo = before.withDayOfMonth(Math.min(today.getDayOfMonth(), before.lengthOfMonth()));
            Over over = days(scope, first, today, now);
            List<Result> results = ports.figures().results(over);
            Totals totals = new Totals(
                    ports.figures().sent(over, Cut.NOTHING).stream()
                            .mapToInt(Sent::sent)
                            .sum(),
                    replies(over),
                    results.getFirst());
            Plan plan = ports.clients()
                    .subscription(scope.clientId())
                    .map(booked -> booked.plan())
                    .orElse(Plan.IGNITION);
            Plan.MeetingTarget target = plan.terms().meetingTarget();
            Figures.Standing standing = ports.figures().standing(scope.clientId());
            return new Month(
                    new Days(first, today),
                    today.getDayOfMonth(),
                    totals,
                    ports.figures()
                            .results(days(scope, before, beforeTo, now))
                            .getFirst()
                            .booked(),
                    new Days(before, beforeTo),
                    target,
                    MeetingPace.of(target, totals.result().booked(), today.getDayOfMonth(), today.lengthOfMonth()),
                    standing.pipeline(),
                    standing.activeSequences(),
                    campaigns(scope, results));
        });
    }

    private List<CampaignLine> campaigns(TenantScope scope, List<Result> results) {
        Map<CampaignId, Result> byId = results.stream()
                .filter(line -> line.campaign() != null)
                .collect(Collectors.toMap(
                        line -> Optional.ofNullable(line.campaign()).orElseThrow(), line -> line));
        return ports.campaigns().all(scope.clientId()).stream()
                .filter(campaign -> campaign.status() == CampaignStatus.ACTIVE || byId.containsKey(campaign.id()))
                .map(campaign -> line(campaign, byId))
                .toList();
    }

    private static CampaignLine line(Campaign campaign, Map<CampaignId, Result> results) {
        return new CampaignLine(
                campaign.id(),
                campaign.name(),
                campaign.priorityPct(),
                results.getOrDefault(campaign.id(), Result.none(campaign.id())));
    }

    @Override
    public List<Figures.TierCount> tiers(TenantScope scope, @Nullable CampaignId campaign) {
        return units.inTenant(scope, () -> ports.figures().tiers(scope.clientId(), campaign));
    }

    @Override
    public OneDay hours(TenantScope scope, @Nullable LocalDate day) {
        Instant now = clock.now();
        return units.inTenant(scope, () -> {
            LocalDate asked = day == null ? LocalDate.ofInstant(now, zone(scope)) : day;
            return new OneDay(asked, ports.figures().hours(days(scope, asked, asked, now)));
        });
    }

    @Override
    public Optional<Revenues> revenue(TenantScope scope, Span span, AttributionModel model) {
        return read(
                scope,
                span,
                (days, over) -> new Revenues(days, model, ports.sales().revenue(over, model)));
    }

    @Override
    public Optional<Deals> deals(TenantScope scope, Span span) {
        return read(
                scope,
                span,
                (days, over) -> new Deals(
                        days, ports.sales().totals(over), ports.sales().lost(over)));
    }

    @Override
    public Optional<Replies> replies(TenantScope scope, Span span) {
        return read(
                scope,
                span,
                (days, over) -> new Replies(
                        days,
                        ports.replies().replies(over),
                        ports.replies().answers(over),
                        ports.replies().questions(over, TOP_QUESTIONS)));
    }

    @Override
    public List<Figures.Best> best(TenantScope scope, int days, int limit) {
        Instant now = clock.now();
        return units.inTenant(scope, () -> {
            LocalDate today = LocalDate.ofInstant(now, zone(scope));
            return ports.figures().best(days(scope, today.minusDays(days - 1L), today, now), limit);
        });
    }

    @Override
    public Optional<Metrics> metrics(TenantScope scope, CampaignId campaign, Span span) {
        return read(
                scope,
                new Span(span.from(), span.to(), campaign),
                (days, over) -> new Metrics(
                        summary(scope, days, over, false),
                        ports.figures().sent(over, Cut.STEP),
                        ports.figures().refused(over)));
    }

    @Override
    public boolean exists(TenantScope scope, CampaignId campaign) {
        return units.inTenant(
                scope, () -> ports.campaigns().find(scope.clientId(), campaign).isPresent());
    }

    @Override
    public Optional<Figures.Engagement> engagement(TenantScope scope, LeadId lead) {
        return units.inTenant(
                scope,
                () -> ports.leads()
                        .find(scope.clientId(), lead)
                        .map(found -> ports.figures().engagement(scope.clientId(), lead)));
    }
}
