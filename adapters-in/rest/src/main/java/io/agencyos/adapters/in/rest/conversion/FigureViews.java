package io.agencyos.adapters.in.rest.conversion;

import io.agencyos.adapters.in.rest.card.CampaignCard;
import io.agencyos.application.conversion.ConversionByTier;
import io.agencyos.application.conversion.report.Figures;
import io.agencyos.application.conversion.report.Figures.Sent;
import io.agencyos.application.conversion.report.ReadReports;
import io.agencyos.domain.client.MeetingPace;
import io.agencyos.domain.shared.Channel;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Figures as reports show them; a rate is null where there is nothing to divide by. Source: api 9.9. */
final class FigureViews {

    static final String CURRENCY = "AUD";

    static final LocalDate FIRST = LocalDate.of(2026, 3, 1);
    static final LocalDate LAST = LocalDate.of(2026, 3, 30);

    private FigureViews() {}

    static @Nullable BigDecimal rate(int part, int whole) {
        return ConversionByTier.rate(part, whole);
    }

    /**
     * The touches of one channel; opens and clicks are told of e-mail only.
     *
     * @param channel the channel whose touches are counted
     * @param sent messages that left
     * @param clicked messages in which a link was followed; null for other channels than e-mail
     * @param replied messages that were replied to
     * @param converted conversions that are told of the channel
     * @param repliesPerSent messages replied to for each message sent, 0 to 1; null where none was
     */
    record ChannelView(
            Channel channel,
            int sent,
            int delivered,
            @Nullable Integer opened,
            @Nullable Integer clicked,
            int replied,
            int bounced,
            int unsubscribed,
            int converted,
            @Nullable BigDecimal deliveryRate,
            @Nullable BigDecimal openRate,
            @Nullable BigDecimal clickToOpenRate,
            @Nullable BigDecimal clickThroughRate,
            @Nullable BigDecimal bounceRate,
            @Nullable BigDecimal repliesPerSent) {

        static final ChannelView EXAMPLE = new ChannelView(
                Channel.EMAIL,
                100,
                95,
                38,
                5,
                7,
                3,
                1,
                1,
                new BigDecimal("0.9500"),
                new BigDecimal("0.4000"),
                new BigDecimal("0.1316"),
                new BigDecimal("0.0526"),
                new BigDecimal("0.0300"),
                new BigDecimal("0.0700"));

        static ChannelView of(ReadReports.ChannelLine line) {
            Sent sent = line.sent();
            boolean seen = sent.channel() == Channel.EMAIL;
            return new ChannelView(
                    sent.channel(),
                    sent.sent(),
                    sent.delivered(),
                    seen ? sent.opened() : null,
                    seen ? sent.clicked() : null,
                    sent.replied(),
                    sent.bounced(),
                    line.unsubscribed(),
                    line.converted(),
                    rate(sent.delivered(), sent.sent()),
                    seen ? rate(sent.opened(), sent.delivered()) : null,
                    seen ? rate(sent.clicked(), sent.opened()) : null,
                    seen ? rate(sent.clicked(), sent.delivered()) : null,
                    rate(sent.bounced(), sent.sent()),
                    rate(sent.replied(), sent.sent()));
        }

        static List<ChannelView> of(List<ReadReports.ChannelLine> lines) {
            return lines.stream().map(ChannelView::of).toList();
        }
    }

    /**
     * Every channel with anything to say.
     *
     * @param items a line for each channel on which anything was sent
     */
    record ChannelsView(LocalDate from, LocalDate to, List<ChannelView> items) {
        static final ChannelsView EXAMPLE = new ChannelsView(FIRST, LAST, List.of(ChannelView.EXAMPLE));
    }

    /**
     * One day.
     *
     * @param day the day of the calendar
     * @param sent messages that left
     * @param replies replies of people; answers of machines do not count
     */
    record DayView(LocalDate day, int sent, int delivered, int replies, int meetingsBooked) {}

    /**
     * Every day, quiet ones too.
     *
     * @param items a line for each day, the first day first
     */
    record DailyView(LocalDate from, LocalDate to, List<DayView> items) {
        static final DailyView EXAMPLE = new DailyView(FIRST, LAST, List.of(new DayView(FIRST, 40, 38, 2, 1)));

        static DailyView of(ReadReports.Daily report) {
            return new DailyView(
                    report.days().from(),
                    report.days().to(),
                    report.lines().stream()
                            .map(day -> new DayView(
                                    day.day(), day.sent(), day.delivered(), day.replies(), day.meetingsBooked()))
                            .toList());
        }
    }

    /**
     * The figures of all channels together.
     *
     * @param sent messages that left
     * @param replies replies of people; answers of machines do not count
     * @param repliedLeads of the leads contacted, those who replied; by these the rate is counted
     * @param converted leads with a deal
     */
    record TotalsView(
            int contacted,
            int sent,
            int replies,
            int repliedLeads,
            @Nullable BigDecimal replyRate,
            int meetingsBooked,
            int meetingsShowed,
            int attendanceUnknown,
            @Nullable BigDecimal showRate,
            int converted,
            @Nullable BigDecimal conversionRate,
            int dealsCreated,
            int dealsWon,
            long wonValueCents,
            String currency) {

        static final TotalsView EXAMPLE = new TotalsView(
                200,
                412,
                9,
                7,
                new BigDecimal("0.0350"),
                3,
                8,
                1,
                new BigDecimal("0.8000"),
                3,
                new BigDecimal("0.0150"),
                3,
                1,
                1_000_000,
                CURRENCY);

        static TotalsView of(ReadReports.Totals totals) {
            Figures.Result result = totals.result();
            return new TotalsView(
                    result.contacted(),
                    totals.sent(),
                    totals.replies(),
                    result.replied(),
                    rate(result.replied(), result.contacted()),
                    result.booked(),
                    result.showed(),
                    result.unknown(),
                    rate(result.showed(), result.showed() + result.missed()),
                    result.converted(),
                    rate(result.converted(), result.contacted()),
                    result.dealsMade(),
                    result.dealsWon(),
                    result.wonCents(),
                    CURRENCY);
        }
    }

    /**
     * Everything in a handful of figures.
     *
     * @param channels the same for each channel
     * @param previous the same for as many days before; null without them
     */
    record SummaryView(
            LocalDate from,
            LocalDate to,
            TotalsView totals,
            List<ChannelView> channels,
            @Nullable TotalsView previous) {

        static final SummaryView EXAMPLE =
                new SummaryView(FIRST, LAST, TotalsView.EXAMPLE, List.of(ChannelView.EXAMPLE), null);

        static SummaryView of(ReadReports.Summary report) {
            return new SummaryView(
                    report.days().from(),
                    report.days().to(),
                    TotalsView.of(report.totals()),
                    ChannelView.of(report.channels()),
                    report.previous().map(TotalsView::of).orElse(null));
        }
    }

    /** Days, both included. */
    record Period(LocalDate from, LocalDate to) {}

    /**
     * What the month has brought so far.
     *
     * @param status meetings so far against what the plan expects by this day; {@code too_early} while less than one is
     *     expected and none was booked
     */
    record Outcomes(
            int meetingsBooked,
            @Nullable BigDecimal showRate,
            int meetingsShowed,
            int attendanceUnknown,
            int dealsCreated,
            MeetingPace status) {}

    /**
     * The month against the last one and against the plan's target.
     *
     * @param meetingsVsLastMonth how many more meetings were booked than in the same days of last month; negative for fewer
     * @param pct the same as a share of last month's; null where there were none
     * @param targetLow the fewest meetings a month that the plan aims at
     * @param targetHigh the most meetings a month that the plan aims at
     * @param sameDayLastMonth the last of the days of last month that are compared
     */
    record Comparison(
            int meetingsVsLastMonth,
            @Nullable BigDecimal pct,
            int targetLow,
            int targetHigh,
            LocalDate sameDayLastMonth) {}

    /**
     * What is under way, and how leads answer.
     *
     * @param replies replies of people; answers of machines do not count
     */
    record ActivityView(
            int prospectsInPipeline,
            int activeSequences,
            int replies,
            @Nullable BigDecimal replyRate) {}

    /** A campaign's part in the month. */
    record CampaignLine(
            CampaignCard campaign,
            int priorityPct,
            int meetingsBooked,
            @Nullable BigDecimal replyRate,
            @Nullable BigDecimal showRate) {}

    /**
     * The month so far.
     *
     * @param period the days that the figures are of
     * @param outcomes what the month has brought so far
     * @param comparison the month against the last one and against the plan's target
     * @param activity what is under way
     * @param campaigns the campaigns of the client, each with its part in the month
     */
    record OverviewView(
            Period period,
            Outcomes outcomes,
            Comparison comparison,
            ActivityView activity,
            List<CampaignLine> campaigns) {

        static final OverviewView EXAMPLE = new OverviewView(
                new Period(FIRST, LocalDate.of(2026, 3, 15)),
                new Outcomes(6, new BigDecimal("0.8000"), 4, 1, 2, MeetingPace.AHEAD),
                new Comparison(2, new BigDecimal("0.5000"), 5, 15, LocalDate.of(2026, 2, 15)),
                new ActivityView(420, 310, 9, new BigDecimal("0.0350")),
                List.of(new CampaignLine(CampaignCard.EXAMPLE, 100, 6, new BigDecimal("0.0350"), null)));

        static OverviewView of(ReadReports.Month month) {
            Figures.Result result = month.totals().result();
            int more = result.booked() - month.bookedLastMonth();
            return new OverviewView(
                    new Period(month.days().from(), month.days().to()),
                    new Outcomes(
                            result.booked(),
                            rate(result.showed(), result.showed() + result.missed()),
                            result.showed(),
                            result.unknown(),
                            result.dealsMade(),
                            month.pace()),
                    new Comparison(
                            more,
                            rate(more, month.bookedLastMonth()),
                            month.target().low(),
                            month.target().high(),
                            month.lastMonth().to()),
                    new ActivityView(
                            month.pipeline(),
                            month.activeSequences(),
                            month.totals().replies(),
                            rate(result.replied(), result.contacted())),
                    month.campaigns().stream()
                            .map(line -> new CampaignLine(
                                    new CampaignCard(line.id().value(), line.name()),
                                    line.priorityPct(),
                                    line.result().booked(),
                                    rate(line.result().replied(), line.result().contacted()),
                                    rate(
                                            line.result().showed(),
                                            line.result().showed()
                                                    + line.result().missed())))
                            .toList());
        }
    }

    /**
     * One hour of the week.
     *
     * @param count how many of the touches sent in that hour came to what is asked for
     * @param of touches sent in that hour
     */
    record Cell(int count, int of) {}

    /**
     * Hours of the week, and what messages sent in them came to.
     *
     * @param metric what of the touches is counted
     * @param channel the channel whose touches are counted; null for all of them
     * @param cells seven days from Monday, 24 hours each
     */
    record TimeOfDayView(
            LocalDate from,
            LocalDate to,
            FigureRoutes.Metric metric,
            @Nullable Channel channel,
            List<List<Cell>> cells) {

        static final TimeOfDayView EXAMPLE = new TimeOfDayView(
                FIRST, LAST, FigureRoutes.Metric.REPLIED, Channel.EMAIL, List.of(List.of(new Cell(1, 12))));

        static TimeOfDayView of(ReadReports.Hours report, FigureRoutes.Metric metric, Optional<Channel> channel) {
            List<List<Cell>> week = new ArrayList<>();
            for (int day = 1; day <= 7; day++) {
                List<Cell> hours = new ArrayList<>();
                for (int hour = 0; hour < 24; hour++) {
                    Sent sent = report.cells().get("%d-%02d".formatted(day, hour));
                    hours.add(sent == null ? new Cell(0, 0) : new Cell(metric.of(sent), sent.sent()));
                }
                week.add(hours);
            }
            return new TimeOfDayView(report.days().from(), report.days().to(), metric, channel.orElse(null), week);
        }
    }
}
