package io.agencyos.adapters.in.rest.conversion;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.FieldError;
import io.agencyos.adapters.in.http.route.None;
import io.agencyos.adapters.in.http.route.Param;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteBuilder;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.adapters.in.rest.card.Params;
import io.agencyos.application.conversion.FunnelCounts;
import io.agencyos.application.conversion.report.Figures;
import io.agencyos.application.conversion.report.ReadReports;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.deal.AttributionModel;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.Vocabulary;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.LeadId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Figures over days, channels, hours and deals. Days are days on the client's clock, both included. Source: api 9.9. */
public final class FigureRoutes implements RouteGroup {

    private static final String TAG = "Reports";
    private static final String REPORTS = Route.C + "/reports";
    private static final String BAD_SPAN = "The first day is not after the last, and a report covers at most 366 days.";
    private static final int SHORTEST = 7;
    private static final int LONGEST = 90;
    private static final int USUAL_DAYS = 30;
    private static final int USUAL_LIMIT = 10;
    private static final int MOST = 50;

    private final ReadReports reports;
    private final FunnelCounts funnels;

    public FigureRoutes(ReadReports reports, FunnelCounts funnels) {
        this.reports = reports;
        this.funnels = funnels;
    }

    /** What a cell of the week counts of the touches sent in its hour. */
    public enum Metric implements Vocabulary {
        SENT,
        REPLIED,
        OPENED;

        int of(Figures.Sent sent) {
            return switch (this) {
                case SENT -> sent.sent();
                case REPLIED -> sent.replied();
                case OPENED -> sent.opened();
            };
        }
    }

    private static <Q, R> RouteBuilder<Q, R> reader(RouteBuilder<Q, R> route) {
        return route.tag(TAG).role(Role.VIEWER);
    }

    private static Param[] span(Param... more) {
        List<Param> params = new ArrayList<>(List.of(
                Param.text("from", "The first day, such as 2026-03-01; 30 days before the end without it."),
                Param.text("to", "The last day; today without it.")));
        params.addAll(List.of(more));
        return params.toArray(Param[]::new);
    }

    @Override
    public List<Route<?, ?>> routes() {
        Param campaign = Params.oneId("campaign_id");
        return List.of(
                reader(Route.get(REPORTS + "/overview", "The month so far"))
                        .answers(FigureViews.OverviewView.class, FigureViews.OverviewView.EXAMPLE)
                        .handledBy(call -> Reply.ok(FigureViews.OverviewView.of(reports.overview(call.scope())))),
                reader(Route.get(REPORTS + "/summary", "Everything in a handful of figures"))
                        .params(span(campaign, Param.text("compare", "previous: the same number of days before, too.")))
                        .answers(FigureViews.SummaryView.class, FigureViews.SummaryView.EXAMPLE)
                        .handledBy(this::summary),
                reader(Route.get(REPORTS + "/channels", "The channels beside each other"))
                        .params(span(campaign))
                        .answers(FigureViews.ChannelsView.class, FigureViews.ChannelsView.EXAMPLE)
                        .handledBy(call -> over(call, span -> channels(call, span))),
                reader(Route.get(REPORTS + "/daily", "A row per day, quiet ones too"))
                        .params(span(campaign))
                        .answers(FigureViews.DailyView.class, FigureViews.DailyView.EXAMPLE)
                        .handledBy(call -> over(call, span -> daily(call, span))),
                reader(Route.get(REPORTS + "/time-of-day", "What came of touches by the hour at which they were sent"))
                        .params(span(
                                campaign, Param.words("metric", Metric.class), Param.words("channel", Channel.class)))
                        .answers(FigureViews.TimeOfDayView.class, FigureViews.TimeOfDayView.EXAMPLE)
                        .handledBy(this::timeOfDay),
                reader(Route.get(REPORTS + "/replies", "What was answered, how soon we answered, what was asked"))
                        .params(span(campaign))
                        .answers(ReplyReportViews.View.class, ReplyReportViews.View.EXAMPLE)
                        .handledBy(call -> over(
                                call,
                                span -> reports.replies(call.scope(), span).map(ReplyReportViews.View::of))),
                reader(Route.get(REPORTS + "/deals", "What was won and lost, and how soon"))
                        .params(span(campaign))
                        .answers(SaleViews.DealsView.class, SaleViews.DealsView.EXAMPLE)
                        .handledBy(call -> over(
                                call, span -> reports.deals(call.scope(), span).map(SaleViews.DealsView::of))),
                reader(Route.get(REPORTS + "/attribution", "What channels brought, as one model shares it"))
                        .params(span(campaign, Param.words("model", AttributionModel.class)))
                        .answers(SaleViews.AttributionView.class, SaleViews.AttributionView.EXAMPLE)
                        .handledBy(this::attribution),
                reader(Route.get(REPORTS + "/als-distribution", "The leads by the tier that they have now"))
                        .params(campaign)
                        .answers(SaleViews.DistributionView.class, SaleViews.DistributionView.EXAMPLE)
                        .handledBy(call -> Reply.ok(SaleViews.DistributionView.of(
                                reports.tiers(call.scope(), Params.id(call.query(), "campaign_id", CampaignId::new))))),
                reader(Route.get(REPORTS + "/daily-activity", "One day, hour by hour"))
                        .params(Param.text("date", "Today without it."))
                        .answers(SaleViews.DailyActivityView.class, SaleViews.DailyActivityView.EXAMPLE)
                        .handledBy(this::dailyActivity),
                reader(Route.get(REPORTS + "/best-of", "What was worth most"))
                        .params(
                                Param.integer("days", "7 to 90, 30 without it."),
                                Param.integer("limit", "1 to 50, 10 without it."))
                        .answers(SaleViews.BestView.class, SaleViews.BestView.EXAMPLE)
                        .handledBy(this::bestOf),
                reader(Route.get(REPORTS + "/campaigns/{id}", "One campaign, channel by channel"))
                        .params(span())
                        .answers(FigureViews.ChannelsView.class, FigureViews.ChannelsView.EXAMPLE)
                        .handledBy(call -> ofCampaign(call, span -> channels(call, span))),
                reader(Route.get(REPORTS + "/campaigns/{id}/daily", "One campaign, day by day"))
                        .params(span())
                        .answers(FigureViews.DailyView.class, FigureViews.DailyView.EXAMPLE)
                        .handledBy(call -> ofCampaign(call, span -> daily(call, span))),
                reader(Route.get(Route.C + "/campaigns/{id}/metrics", "One campaign in all of it"))
                        .params(span())
                        .answers(MetricsViews.MetricsView.class, MetricsViews.MetricsView.EXAMPLE)
                        .handledBy(call -> ofCampaign(call, span -> metrics(call, span))),
                reader(Route.get(Route.C + "/leads/{id}/engagement", "What a lead did with what it got"))
                        .answers(SaleViews.EngagementView.class, SaleViews.EngagementView.EXAMPLE)
                        .handledBy(call -> reports.engagement(call.scope(), call.id("id", LeadId::new))
                                .<Reply<SaleViews.EngagementView>>map(
                                        found -> Reply.ok(SaleViews.EngagementView.of(found)))
                                .orElseGet(Reply::notFound)));
    }

    private <V> Reply<V> over(Call<None> call, Function<ReadReports.Span, Optional<V>> report) {
        return over(call, Params.id(call.query(), "campaign_id", CampaignId::new), report);
    }

    private <V> Reply<V> ofCampaign(Call<None> call, Function<ReadReports.Span, Optional<V>> report) {
        CampaignId campaign = call.id("id", CampaignId::new);
        return reports.exists(call.scope(), campaign) ? over(call, campaign, report) : Reply.notFound();
    }

    private static <V> Reply<V> over(
            Call<None> call, @Nullable CampaignId campaign, Function<ReadReports.Span, Optional<V>> report) {
        List<FieldError> errors = new ArrayList<>();
        LocalDate from = Params.day(call.query(), "from", errors);
        LocalDate to = Params.day(call.query(), "to", errors);
        if (!errors.isEmpty()) {
            return Reply.invalid(errors);
        }
        return report.apply(new ReadReports.Span(from, to, campaign))
                .<Reply<V>>map(Reply::ok)
                .orElseGet(() -> Reply.invalid(List.of(FieldError.query("to", "invalid_date_range", BAD_SPAN))));
    }

    private Optional<MetricsViews.MetricsView> metrics(Call<None> call, ReadReports.Span span) {
        CampaignId campaign = call.id("id", CampaignId::new);
        return reports.metrics(call.scope(), campaign, span)
                .flatMap(report -> funnels.count(call.scope(), new FunnelCounts.Span(span.from(), span.to(), campaign))
                        .map(funnel -> MetricsViews.MetricsView.of(report, funnel)));
    }

    private Optional<FigureViews.ChannelsView> channels(Call<None> call, ReadReports.Span span) {
        return reports.channels(call.scope(), span)
                .map(report -> new FigureViews.ChannelsView(
                        report.days().from(), report.days().to(), FigureViews.ChannelView.of(report.lines())));
    }

    private Optional<FigureViews.DailyView> daily(Call<None> call, ReadReports.Span span) {
        return reports.daily(call.scope(), span).map(FigureViews.DailyView::of);
    }

    private Reply<FigureViews.SummaryView> summary(Call<None> call) {
        Optional<String> compare = call.query().text("compare");
        if (compare.filter(word -> !word.equals("previous")).isPresent()) {
            return Reply.invalid(List.of(FieldError.query("compare", "invalid_value", "previous, or nothing.")));
        }
        return over(
                call,
                span -> reports.summary(call.scope(), span, compare.isPresent()).map(FigureViews.SummaryView::of));
    }

    private static <E> @Nullable E one(@Nullable Set<E> words) {
        return words == null ? null : words.iterator().next();
    }

    private Reply<FigureViews.TimeOfDayView> timeOfDay(Call<None> call) {
        Metric metric = Optional.ofNullable(one(Params.words(call.query(), "metric", Metric.class)))
                .orElse(Metric.REPLIED);
        Channel channel = one(Params.words(call.query(), "channel", Channel.class));
        return over(
                call,
                span -> reports.timeOfDay(call.scope(), span, channel)
                        .map(report -> FigureViews.TimeOfDayView.of(report, metric, Optional.ofNullable(channel))));
    }

    private Reply<SaleViews.AttributionView> attribution(Call<None> call) {
        AttributionModel model = Optional.ofNullable(one(Params.words(call.query(), "model", AttributionModel.class)))
                .orElse(AttributionModel.FIRST_TOUCH);
        return over(call, span -> reports.revenue(call.scope(), span, model).map(SaleViews.AttributionView::of));
    }

    private Reply<SaleViews.DailyActivityView> dailyActivity(Call<None> call) {
        List<FieldError> errors = new ArrayList<>();
        LocalDate day = Params.day(call.query(), "date", errors);
        return errors.isEmpty()
                ? Reply.ok(SaleViews.DailyActivityView.of(reports.hours(call.scope(), day)))
                : Reply.invalid(errors);
    }

    private Reply<SaleViews.BestView> bestOf(Call<None> call) {
        int days = call.query().integer("days").orElse(USUAL_DAYS);
        int limit = call.query().integer("limit").orElse(USUAL_LIMIT);
        List<FieldError> errors = new ArrayList<>();
        if (days < SHORTEST || days > LONGEST) {
            errors.add(FieldError.query("days", "out_of_range", "7 to 90 days."));
        }
        if (limit < 1 || limit > MOST) {
            errors.add(FieldError.query("limit", "out_of_range", "1 to 50."));
        }
        return errors.isEmpty()
                ? Reply.ok(new SaleViews.BestView(
                        days,
                        reports.best(call.scope(), days, limit).stream()
                                .map(SaleViews.BestLine::of)
                                .toList()))
                : Reply.invalid(errors);
    }
}
