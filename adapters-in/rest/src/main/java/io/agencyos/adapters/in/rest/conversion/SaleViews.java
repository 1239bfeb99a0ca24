package io.agencyos.adapters.in.rest.conversion;

import static io.agencyos.adapters.in.rest.conversion.FigureViews.CURRENCY;
import static io.agencyos.adapters.in.rest.conversion.FigureViews.rate;

import io.agencyos.adapters.in.rest.card.CampaignCard;
import io.agencyos.application.conversion.report.Figures;
import io.agencyos.application.conversion.report.ReadReports;
import io.agencyos.application.conversion.report.ReplyFigures;
import io.agencyos.application.conversion.report.SaleFigures;
import io.agencyos.domain.conversation.Intent;
import io.agencyos.domain.conversation.Objection;
import io.agencyos.domain.deal.AttributionModel;
import io.agencyos.domain.deal.DealStage;
import io.agencyos.domain.deal.LostReason;
import io.agencyos.domain.lead.ActivityAction;
import io.agencyos.domain.scoring.Tier;
import io.agencyos.domain.shared.Channel;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Figures of deals, replies, tiers, single hours and single texts. Source: api 9.9. */
final class SaleViews {

    private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 3, 30);

    private SaleViews() {}

    record LostLine(LostReason reason, @Nullable DealStage stage, int deals, long valueCents) {}

    /** Deals of the span. */
    record DealsView(
            LocalDate from,
            LocalDate to,
            int created,
            int won,
            int lost,
            @Nullable BigDecimal winRate,
            long wonValueCents,
            long pipelineValueCents,
            @Nullable BigDecimal medianDaysToClose,
            int meetingsShowed,
            int meetingsToDeals,
            @Nullable BigDecimal meetingToDealRate,
            List<LostLine> lostBy,
            String currency) {

        static final DealsView EXAMPLE = new DealsView(
                FIRST,
                LAST,
                4,
                1,
                1,
                new BigDecimal("0.5000"),
                1_000_000,
                2_500_000,
                new BigDecimal("21.5"),
                8,
                3,
                new BigDecimal("0.3750"),
                List.of(new LostLine(LostReason.NO_BUDGET, DealStage.PROPOSAL, 1, 500_000)),
                CURRENCY);

        static DealsView of(ReadReports.Deals report) {
            SaleFigures.Totals totals = report.totals();
            return new DealsView(
                    report.days().from(),
                    report.days().to(),
                    totals.made(),
                    totals.won(),
                    totals.lost(),
                    rate(totals.won(), totals.won() + totals.lost()),
                    totals.wonCents(),
                    totals.pipelineCents(),
                    totals.medianDays(),
                    totals.met(),
                    totals.dealsOfMet(),
                    rate(totals.dealsOfMet(), totals.met()),
                    report.lost().stream()
                            .map(line -> new LostLine(line.reason(), line.stage(), line.deals(), line.cents()))
                            .toList(),
                    CURRENCY);
        }
    }

    /** @param channel null for what nothing was sent before: unattributed */
    record RevenueLine(@Nullable Channel channel, int deals, long valueCents) {}

    /** What channels brought by one model. */
    record AttributionView(
            LocalDate from,
            LocalDate to,
            AttributionModel model,
            List<RevenueLine> items,
            long totalCents,
            String currency) {

        static final AttributionView EXAMPLE = new AttributionView(
                FIRST,
                LAST,
                AttributionModel.LINEAR,
                List.of(new RevenueLine(Channel.EMAIL, 2, 1_250_000)),
                1_250_000,
                CURRENCY);

        static AttributionView of(ReadReports.Revenues report) {
            return new AttributionView(
                    report.days().from(),
                    report.days().to(),
                    report.model(),
                    report.lines().stream()
                            .map(line -> new RevenueLine(line.channel(), line.deals(), line.cents()))
                            .toList(),
                    report.lines().stream()
                            .mapToLong(SaleFigures.Revenue::cents)
                            .sum(),
                    CURRENCY);
        }
    }

    record ReplyLine(
            Channel channel,
            @Nullable Intent intent,
            @Nullable Objection objection,
            int replies) {
        static ReplyLine of(ReplyFigures.Counted line) {
            return new ReplyLine(line.channel(), line.intent(), line.objection(), line.replies());
        }
    }

    /** @param below minutes, exclusive; null for the last class */
    record AnswerClass(@Nullable Integer below, int answers) {}

    record QuestionLine(String question, int times) {}

    /** Replies of the span, those of machines apart. */
    record RepliesView(
            LocalDate from,
            LocalDate to,
            int total,
            int automatic,
            List<ReplyLine> items,
            List<ReplyLine> automaticItems,
            int answers,
            @Nullable BigDecimal medianMinutesToAnswer,
            @Nullable BigDecimal meanMinutesToAnswer,
            List<AnswerClass> answerTimes,
            List<QuestionLine> questions) {

        private static final Integer[] BELOW = {5, 30, 60, 240, 1440, null};

        static final RepliesView EXAMPLE = new RepliesView(
                FIRST,
                LAST,
                7,
                2,
                List.of(new ReplyLine(Channel.EMAIL, Intent.INTERESTED, null, 7)),
                List.of(new ReplyLine(Channel.EMAIL, Intent.OUT_OF_OFFICE, null, 2)),
                3,
                new BigDecimal("42.0"),
                new BigDecimal("61.3"),
                List.of(new AnswerClass(5, 0), new AnswerClass(30, 1)),
                List.of(new QuestionLine("what does it cost?", 2)));

        static RepliesView of(ReadReports.Replies report) {
            List<ReplyFigures.Counted> human = report.counted().stream()
                    .filter(line -> line.intent() == null || !Figures.AUTOMATIC.contains(line.intent()))
                    .toList();
            List<ReplyFigures.Counted> automatic = report.counted().stream()
                    .filter(line -> line.intent() != null && Figures.AUTOMATIC.contains(line.intent()))
                    .toList();
            return new RepliesView(
                    report.days().from(),
                    report.days().to(),
                    sum(human),
                    sum(automatic),
                    human.stream().map(ReplyLine::of).toList(),
                    automatic.stream().map(ReplyLine::of).toList(),
                    report.answers().answers(),
                    report.answers().median(),
                    report.answers().mean(),
                    IntStream.range(0, BELOW.length)
                            .mapToObj(i -> new AnswerClass(
                                    BELOW[i], report.answers().classes().get(i)))
                            .toList(),
                    report.questions().stream()
                            .map(line -> new QuestionLine(line.question(), line.times()))
                            .toList());
        }

        private static int sum(List<ReplyFigures.Counted> lines) {
            return lines.stream().mapToInt(ReplyFigures.Counted::replies).sum();
        }
    }

    /** @param tier null for leads without a score */
    record TierLine(
            @Nullable Tier tier, int leads, @Nullable BigDecimal share) {}

    /** The leads by the tier that they have now: all five, and those without a score. */
    record DistributionView(List<TierLine> items, int total) {
        static final DistributionView EXAMPLE = new DistributionView(
                List.of(new TierLine(Tier.HOT, 20, new BigDecimal("0.2000")), new TierLine(null, 80, null)), 100);

        static DistributionView of(List<Figures.TierCount> counts) {
            int total = counts.stream().mapToInt(Figures.TierCount::leads).sum();
            List<@Nullable Tier> tiers = new ArrayList<>(Arrays.asList(Tier.values()));
            tiers.add(null);
            return new DistributionView(
                    tiers.stream()
                            .map(tier -> {
                                int leads = counts.stream()
                                        .filter(count -> Objects.equals(count.tier(), tier))
                                        .mapToInt(Figures.TierCount::leads)
                                        .sum();
                                return new TierLine(tier, leads, rate(leads, total));
                            })
                            .toList(),
                    total);
        }
    }

    record ChannelCount(Channel channel, int count) {}

    record ActionCount(ActivityAction action, int count) {}

    record HourLine(int hour, int count, List<ChannelCount> channels) {}

    /** @param peakHour the earliest of the busiest, null on a quiet day */
    record DailyActivityView(
            LocalDate date,
            List<HourLine> hours,
            List<ActionCount> summary,
            int total,
            @Nullable Integer peakHour) {

        static final DailyActivityView EXAMPLE = new DailyActivityView(
                FIRST,
                List.of(new HourLine(9, 12, List.of(new ChannelCount(Channel.EMAIL, 12)))),
                List.of(new ActionCount(ActivityAction.SENT, 12)),
                12,
                9);

        static DailyActivityView of(ReadReports.OneDay day) {
            List<HourLine> hours = IntStream.range(0, 24)
                    .mapToObj(hour -> hour(hour, day.hours()))
                    .toList();
            int most = hours.stream().mapToInt(HourLine::count).max().orElse(0);
            return new DailyActivityView(
                    day.day(),
                    hours,
                    Arrays.stream(ActivityAction.values())
                            .map(action -> new ActionCount(
                                    action,
                                    day.hours().stream()
                                            .filter(line -> line.action() == action)
                                            .mapToInt(Figures.Hour::count)
                                            .sum()))
                            .filter(line -> line.count() > 0)
                            .toList(),
                    hours.stream().mapToInt(HourLine::count).sum(),
                    most == 0
                            ? null
                            : hours.stream()
                                    .filter(line -> line.count() == most)
                                    .map(HourLine::hour)
                                    .min(Comparator.naturalOrder())
                                    .orElseThrow());
        }

        private static HourLine hour(int hour, List<Figures.Hour> lines) {
            List<Figures.Hour> own =
                    lines.stream().filter(line -> line.hour() == hour).toList();
            return new HourLine(
                    hour,
                    own.stream().mapToInt(Figures.Hour::count).sum(),
                    Arrays.stream(Channel.values())
                            .map(channel -> new ChannelCount(
                                    channel,
                                    own.stream()
                                            .filter(line -> line.channel() == channel)
                                            .mapToInt(Figures.Hour::count)
                                            .sum()))
                            .filter(line -> line.count() > 0)
                            .toList());
        }
    }

    /** @param text the subject, else the first line */
    record BestLine(
            UUID touchId,
            Channel channel,
            @Nullable UUID campaignId,
            @Nullable String text,
            Instant sentAt,
            int opens,
            boolean clicked,
            boolean replied,
            boolean meeting,
            int score) {
        static BestLine of(Figures.Best best) {
            return new BestLine(
                    best.touch().value(),
                    best.channel(),
                    best.campaign() == null ? null : best.campaign().value(),
                    best.text(),
                    best.sentAt(),
                    best.opens(),
                    best.clicked(),
                    best.replied(),
                    best.booked(),
                    best.score());
        }
    }

    /** What was worth most. */
    record BestView(int days, List<BestLine> items) {
        static final BestView EXAMPLE = new BestView(
                30,
                List.of(new BestLine(
                        UUID.fromString("019baaaa-0000-7000-8000-000000000051"),
                        Channel.EMAIL,
                        CampaignCard.EXAMPLE.id(),
                        "Quick idea",
                        Instant.parse("2026-03-02T01:00:00Z"),
                        4,
                        true,
                        true,
                        false,
                        180)));
    }

    /** What a lead did with what it got. */
    record EngagementView(
            int sent,
            int opens,
            int clicks,
            int replies,
            @Nullable Instant lastEngagedAt,
            List<Channel> channels,
            boolean isEngaged) {

        static final EngagementView EXAMPLE =
                new EngagementView(3, 2, 1, 1, Instant.parse("2026-03-04T01:00:00Z"), List.of(Channel.EMAIL), true);

        static EngagementView of(Figures.Engagement engagement) {
            return new EngagementView(
                    engagement.sent(),
                    engagement.opens(),
                    engagement.clicks(),
                    engagement.replies(),
                    engagement.lastAt(),
                    engagement.channels(),
                    engagement.opens() + engagement.clicks() + engagement.replies() > 0);
        }
    }
}
