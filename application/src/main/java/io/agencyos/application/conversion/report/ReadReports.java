package io.agencyos.application.conversion.report;

import io.agencyos.application.conversion.report.Figures.Result;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.client.MeetingPace;
import io.agencyos.domain.client.billing.Plan;
import io.agencyos.domain.deal.AttributionModel;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.PrimaryPort;
import org.jspecify.annotations.Nullable;

/**
 * What outreach came to, as every member may read it. Days are days on the client's clock, both included, the last 30
 * without any; a span that ends before it begins or is longer than 366 days gives nothing. Source: api 9.9.
 */
@PrimaryPort
public interface ReadReports {

    /** Over which days, and of which campaign; null for all. */
    record Span(
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable CampaignId campaign) {}

    /** The days that a report is over. */
    record Days(LocalDate from, LocalDate to) {}

    /**
     * When the days begin and are over, on the client's clock.
     *
     * @param end exclusive
     */
    record Moments(Instant start, Instant end) {}

    /** The touches of one channel and what leads did on it. */
    record ChannelLine(Figures.Sent sent, int unsubscribed, int converted) {}

    record Channels(Days days, List<ChannelLine> lines) {}

    /** One day, whether anything happened or not. */
    record Day(LocalDate day, int sent, int delivered, int replies, int meetingsBooked) {}

    record Daily(Days days, List<Day> lines) {}

    /** @param replies of people in the span, to whatever */
    record Totals(int sent, int replies, Result result) {}

    /** @param previous the same number of days before, where they are asked for */
    record Summary(Days days, Totals totals, List<ChannelLine> channels, Optional<Totals> previous) {}

    /** By day of the week and hour, as {@link Figures.Cut#HOUR_OF_WEEK} has them. */
    record Hours(Days days, Map<String, Figures.Sent> cells) {}

    /** @param calendarDay of the month so far */
    record Month(
            Days days,
            int calendarDay,
            Totals totals,
            int bookedLastMonth,
            Days lastMonth,
            Plan.MeetingTarget target,
            MeetingPace pace,
            int pipeline,
            int activeSequences,
            List<CampaignLine> campaigns) {}

    record CampaignLine(CampaignId id, String name, int priorityPct, Result result) {}

    record OneDay(LocalDate day, List<Figures.Hour> hours) {}

    record Revenues(Days days, AttributionModel model, List<SaleFigures.Revenue> lines) {}

    record Deals(Days days, SaleFigures.Totals totals, List<SaleFigures.Lost> lost) {}

    record Replies(
            Days days,
            List<ReplyFigures.Counted> counted,
            ReplyFigures.Answers answers,
            List<ReplyFigures.Question> questions) {}

    /** One campaign in all of it. */
    record Metrics(Summary summary, List<Figures.Sent> steps, List<Figures.Refused> refused) {}

    Optional<Channels> channels(TenantScope scope, Span span);

    Optional<Daily> daily(TenantScope scope, Span span);

    Optional<Summary> summary(TenantScope scope, Span span, boolean compared);

    /** @param channel null for all */
    Optional<Hours> timeOfDay(TenantScope scope, Span span, @Nullable Channel channel);

    Month overview(TenantScope scope);

    List<Figures.TierCount> tiers(TenantScope scope, @Nullable CampaignId campaign);

    /** Empty days have no lines; null for today. */
    OneDay hours(TenantScope scope, @Nullable LocalDate day);

    Optional<Revenues> revenue(TenantScope scope, Span span, AttributionModel model);

    Optional<Deals> deals(TenantScope scope, Span span);

    Optional<Replies> replies(TenantScope scope, Span span);

    List<Figures.Best> best(TenantScope scope, int days, int limit);

    /** Empty where there is no such campaign, or no such span. */
    Optional<Metrics> metrics(TenantScope scope, CampaignId campaign, Span span);

    boolean exists(TenantScope scope, CampaignId campaign);

    /** @param to the last day, included */
    Moments moments(TenantScope scope, LocalDate from, LocalDate to);

    /** Empty where there is no such lead. */
    Optional<Figures.Engagement> engagement(TenantScope scope, LeadId lead);
}
