package io.agencyos.adapters.in.rest.conversion;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.FieldError;
import io.agencyos.adapters.in.http.route.None;
import io.agencyos.adapters.in.http.route.Param;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.adapters.in.rest.card.CampaignCard;
import io.agencyos.adapters.in.rest.card.Params;
import io.agencyos.application.conversion.ConversionByTier;
import io.agencyos.application.conversion.FunnelCounts;
import io.agencyos.application.conversion.ReportUseCases;
import io.agencyos.application.conversion.Reports;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.conversation.Intent;
import io.agencyos.domain.scoring.tier.Tier;
import io.agencyos.domain.shared.Vocabulary;
import io.agencyos.domain.shared.id.CampaignId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What outreach came to. Days are days on the client's clock, both included. Source: api 9.9. */
public final class ReportRoutes implements RouteGroup {

    private static final String TAG = "Reports";
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 3, 30);
    private static final String BAD_SPAN = "The first day is not after the last, and a report covers at most 366 days.";

    private static final CampaignId NO_CAMPAIGN = new CampaignId(new UUID(0, 0));
    private static final String CURRENCY = "AUD";

    private final FunnelCounts funnels;
    private final ConversionByTier tiers;

    public ReportRoutes(ReportUseCases reports) {
        funnels = reports.funnelCounts();
        tiers = reports.conversionByTier();
    }

    /** How far leads come. */
    public enum Step implements Vocabulary {
        LEADS,
        CONTACTED,
        REPLIED,
        MEETINGS,
        SHOWED,
        DEALS,
        WON
    }

    /**
     * A station on the way from lead to deal won.
     *
     * @param step the station on the way from lead to deal won
     * @param count of the leads that were enrolled in these days, those that came so far
     * @param rate count by the count of the step before, null for a part of nothing
     */
    public record StepView(Step step, int count, @Nullable BigDecimal rate) {}

    /**
     * The leads enrolled in the span and how many of them came how far; what their open and their won deals are worth.
     *
     * @param steps the stations from lead to deal won, in their order
     */
    public record FunnelView(
            LocalDate from,
            LocalDate to,
            List<StepView> steps,
            long pipelineValueCents,
            long wonValueCents,
            String currency) {
        static final FunnelView EXAMPLE = new FunnelView(
                FIRST,
                LAST,
                List.of(
                        new StepView(Step.LEADS, 210, null),
                        new StepView(Step.CONTACTED, 200, new BigDecimal("0.9524")),
                        new StepView(Step.REPLIED, 7, new BigDecimal("0.0350")),
                        new StepView(Step.MEETINGS, 3, new BigDecimal("0.4286")),
                        new StepView(Step.SHOWED, 2, new BigDecimal("0.6667")),
                        new StepView(Step.DEALS, 1, new BigDecimal("0.5000")),
                        new StepView(Step.WON, 1, new BigDecimal("1.0000"))),
                0,
                2_400_000,
                CURRENCY);
    }

    /**
     * How many leads first answered like this.
     *
     * @param intent what the first reply meant
     * @param count leads whose first reply meant this
     */
    public record IntentCount(Intent intent, int count) {}

    /**
     * One campaign in the comparison.
     *
     * @param enrolled leads that were enrolled in these days
     * @param delivered of the leads contacted, those whom something reached
     * @param opened of the leads contacted, those who opened something
     * @param replied of the leads contacted, those who replied; answers of machines do not count
     * @param replies how many leads first replied what
     * @param meetingsBooked of the leads contacted, those with a meeting that stands
     * @param showed leads who came to a meeting
     */
    public record CampaignView(
            CampaignCard campaign,
            int enrolled,
            int contacted,
            int delivered,
            int opened,
            int replied,
            List<IntentCount> replies,
            int meetingsBooked,
            int showed,
            @Nullable BigDecimal replyRate,
            @Nullable BigDecimal meetingRate) {}

    /**
     * The campaigns that had leads enrolled in the span.
     *
     * @param items a line for each campaign
     */
    public record CampaignsView(LocalDate from, LocalDate to, List<CampaignView> items) {
        static final CampaignsView EXAMPLE = new CampaignsView(
                FIRST,
                LAST,
                List.of(new CampaignView(
                        CampaignCard.EXAMPLE,
                        210,
                        200,
                        190,
                        80,
                        7,
                        List.of(new IntentCount(Intent.INTERESTED, 4), new IntentCount(Intent.NOT_INTERESTED, 3)),
                        3,
                        2,
                        new BigDecimal("0.0350"),
                        new BigDecimal("0.0150"))));
    }

    /**
     * One tier; rates per contacted lead.
     *
     * @param tier the tier that the leads had at their first touch
     * @param replied of the leads contacted, those who replied; answers of machines do not count
     * @param positive of the leads contacted, those whose reply was positive
     * @param meetings of the leads contacted, those with a meeting
     */
    public record TierView(
            Tier tier,
            int contacted,
            int replied,
            int positive,
            int meetings,
            @Nullable BigDecimal replyRate,
            @Nullable BigDecimal positiveRate,
            @Nullable BigDecimal meetingRate) {

        static TierView of(ConversionByTier.Line line) {
            Reports.TierLine counts = line.counts();
            return new TierView(
                    counts.tier(),
                    counts.contacted(),
                    counts.replied(),
                    counts.positive(),
                    counts.meetings(),
                    line.replyRate(),
                    line.positiveRate(),
                    line.meetingRate());
        }
    }

    /**
     * The tiers of which leads were first written to in the span, best first.
     *
     * @param items a line for each tier, the best first
     */
    public record TiersView(LocalDate from, LocalDate to, List<TierView> items) {
        static final TiersView EXAMPLE = new TiersView(
                FIRST,
                LAST,
                List.of(new TierView(
                        Tier.HOT,
                        50,
                        6,
                        4,
                        3,
                        new BigDecimal("0.1200"),
                        new BigDecimal("0.0800"),
                        new BigDecimal("0.0600"))));
    }

    @Override
    public List<Route<?, ?>> routes() {
        Param from = Param.text("from", "The first day, such as 2026-03-01; 30 days before the end without it.");
        Param to = Param.text("to", "The last day; today without it.");
        return List.of(
                Route.get(Route.C + "/reports/funnel", "How far the leads came that were enrolled in the span")
                        .tag(TAG)
                        .role(Role.VIEWER)
                        .params(from, to, Params.oneId("campaign_id"))
                        .answers(FunnelView.class, FunnelView.EXAMPLE)
                        .handledBy(this::funnel),
                Route.get(Route.C + "/reports/campaigns", "The campaigns beside each other")
                        .tag(TAG)
                        .role(Role.VIEWER)
                        .params(from, to, Params.oneId("campaign_id"))
                        .answers(CampaignsView.class, CampaignsView.EXAMPLE)
                        .handledBy(this::campaigns),
                Route.get(Route.C + "/reports/conversion-by-tier", "What came of the leads of each tier")
                        .tag(TAG)
                        .role(Role.VIEWER)
                        .params(from, to)
                        .answers(TiersView.class, TiersView.EXAMPLE)
                        .handledBy(this::tiers));
    }

    private Reply<FunnelView> funnel(Call<None> call) {
        return counted(call, report -> {
            Reports.Funnel total = total(report);
            return new FunnelView(
                    report.from(),
                    report.to(),
                    steps(report),
                    total.sales().open().cents(),
                    total.sales().sold().cents(),
                    CURRENCY);
        });
    }

    private static Reports.Funnel total(FunnelCounts.Report report) {
        return report.total().orElseGet(() -> Reports.Funnel.empty(NO_CAMPAIGN));
    }

    /** The stations of all campaigns of the report together. */
    static List<StepView> steps(FunnelCounts.Report report) {
        Reports.Funnel counts = total(report);
        List<Integer> reached = List.of(
                counts.enrolled(),
                counts.contacted(),
                counts.replies(),
                counts.meetings(),
                counts.showed(),
                counts.sales().deals(),
                counts.sales().won());
        List<StepView> steps = new ArrayList<>();
        for (Step step : Step.values()) {
            int count = reached.get(step.ordinal());
            steps.add(new StepView(
                    step,
                    count,
                    step == Step.LEADS ? null : ConversionByTier.rate(count, reached.get(step.ordinal() - 1))));
        }
        return steps;
    }

    private Reply<CampaignsView> campaigns(Call<None> call) {
        return counted(
                call,
                report -> new CampaignsView(
                        report.from(),
                        report.to(),
                        report.funnels().stream()
                                .map(funnel ->
                                        campaign(funnel, report.campaigns().get(funnel.campaign())))
                                .toList()));
    }

    private static CampaignView campaign(Reports.Funnel funnel, @Nullable String name) {
        return new CampaignView(
                new CampaignCard(funnel.campaign().value(), name),
                funnel.enrolled(),
                funnel.contacted(),
                funnel.delivered(),
                funnel.opened(),
                funnel.replies(),
                funnel.replied().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(entry -> new IntentCount(entry.getKey(), entry.getValue()))
                        .toList(),
                funnel.meetings(),
                funnel.showed(),
                ConversionByTier.rate(funnel.replies(), funnel.contacted()),
                ConversionByTier.rate(funnel.meetings(), funnel.contacted()));
    }

    private <V> Reply<V> counted(Call<None> call, Function<FunnelCounts.Report, V> view) {
        List<FieldError> errors = new ArrayList<>();
        LocalDate from = Params.day(call.query(), "from", errors);
        LocalDate to = Params.day(call.query(), "to", errors);
        if (!errors.isEmpty()) {
            return Reply.invalid(errors);
        }
        CampaignId campaign = Params.id(call.query(), "campaign_id", CampaignId::new);
        return funnels.count(call.scope(), new FunnelCounts.Span(from, to, campaign))
                .<Reply<V>>map(report -> Reply.ok(view.apply(report)))
                .orElseGet(ReportRoutes::badSpan);
    }

    private Reply<TiersView> tiers(Call<None> call) {
        List<FieldError> errors = new ArrayList<>();
        LocalDate from = Params.day(call.query(), "from", errors);
        LocalDate to = Params.day(call.query(), "to", errors);
        if (!errors.isEmpty()) {
            return Reply.invalid(errors);
        }
        return tiers.count(call.scope(), from, to)
                .<Reply<TiersView>>map(report -> Reply.ok(new TiersView(
                        report.from(),
                        report.to(),
                        report.lines().stream().map(TierView::of).toList())))
                .orElseGet(ReportRoutes::badSpan);
    }

    private static <V> Reply<V> badSpan() {
        return Reply.invalid(List.of(FieldError.query("to", "invalid_date_range", BAD_SPAN)));
    }
}
