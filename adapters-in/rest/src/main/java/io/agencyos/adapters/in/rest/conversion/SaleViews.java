package io.agencyos.adapters.in.rest.conversion;

import static io.agencyos.adapters.in.rest.conversion.FigureViews.CURRENCY;
import static io.agencyos.adapters.in.rest.conversion.FigureViews.rate;

import io.agencyos.adapters.in.rest.card.CampaignCard;
import io.agencyos.application.conversion.report.Figures;
import io.agencyos.application.conversion.report.ReadReports;
import io.agencyos.application.conversion.report.SaleFigures;
import io.agencyos.domain.deal.AttributionModel;
import io.agencyos.domain.deal.DealStage;
import io.agencyos.domain.deal.LostReason;
import io.agencyos.domain.lead.ActivityAction;
import io.agencyos.domain.scoring.tier.Tier;
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

/** Figures of deals, tiers, single hours and single texts. Source: api 9.9. */
final class SaleViews {

    private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 3, 30);

    private SaleViews() {}

    /**
     * Deals lost for one reason at one stage.
     *
     * @param reason why the deals were lost
     * @param stage how far the deals had come when they were lost; null where nobody knows
     * @param deals deals that were lost so
     */
    record LostLine(LostReason reason, @Nullable DealStage stage, int deals, long valueCents) {}

    /**
     * Deals of the span.
     *
     * @param created deals that began in these days
     * @param won deals that were won in these days
     * @param lost deals that were lost in these days
     * @param medianDaysToClose the days that half of the deals took at most until they were won; null without any
     * @param meetingsToDeals meetings held that led to a deal
     * @param meetingToDealRate of the meetings held, the share that led to a deal, 0 to 1; null without meetings
     * @param lostBy lost deals by reason and stage
     */
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

    /**
     * What a channel brought.
     *
     * @param channel the channel; null for deals before which nothing was sent
     * @param deals deals that the channel had a part in
     */
    record RevenueLine(@Nullable Channel channel, int deals, long valueCents) {}

    /**
     * What channels brought by one model.
     *
     * @param model how the worth of a deal is divided among the touches before it
     * @param items what each channel brought
     */
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

    /**
     * Leads of a tier.
     *
     * @param tier the tier; null for leads without a score
     * @param leads leads that have the tier
     * @param share of all leads, the share with this tier, 0 to 1; null where there are none
     */
    record TierLine(
            @Nullable Tier tier, int leads, @Nullable BigDecimal share) {}

    /**
     * The leads by the tier that they have now: all five, and those without a score.
     *
     * @param items a line for each tier, and one for leads without a score
     * @param total leads in all
     */
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

    /**
     * What happened on a channel.
     *
     * @param channel the channel whose touches are counted
     * @param count things that happened on the channel
     */
    record ChannelCount(Channel channel, int count) {}

    /**
     * How often something happened.
     *
     * @param action what happened
     * @param count how often it happened
     */
    record ActionCount(ActivityAction action, int count) {}

    /**
     * One hour of a day.
     *
     * @param count things that happened in the hour
     * @param channels the hour's events by channel; channels without any are left out
     */
    record HourLine(int hour, int count, List<ChannelCount> channels) {}

    /**
     * One day, hour by hour.
     *
     * @param date the day on the client's calendar
     * @param hours the 24 hours of the day, from midnight
     * @param summary how often each thing happened on the day
     * @param total everything that happened on the day
     * @param peakHour the earliest of the busiest, null on a quiet day
     */
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

    /**
     * A message with what it was worth.
     *
     * @param channel the channel by which the message left
     * @param text the subject, else the first line; null where it has neither
     * @param sentAt when the message left
     * @param clicked whether a link in it was followed
     * @param replied whether the lead replied
     * @param meeting whether a meeting came of it
     * @param score what opens, clicks, replies and meetings are worth together; messages are ranked by it
     */
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

    /**
     * What was worth most.
     *
     * @param days how many days are looked back on
     * @param items the messages, the one worth most first
     */
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

    /**
     * What a lead did with what it got.
     *
     * @param sent messages that left
     * @param opens how often the lead opened messages
     * @param replies replies of the lead
     * @param channels the channels on which the lead reacted
     */
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
