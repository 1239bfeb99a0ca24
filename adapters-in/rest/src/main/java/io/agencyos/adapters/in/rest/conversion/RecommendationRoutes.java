package io.agencyos.adapters.in.rest.conversion;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.None;
import io.agencyos.adapters.in.http.route.Param;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.application.conversion.learning.LearningUseCases;
import io.agencyos.application.conversion.learning.Recommend;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.scoring.tier.Tier;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** When and over which channels to write. Always answered: with the defaults where nothing was learned. Source: api 9.10. */
public final class RecommendationRoutes implements RouteGroup {

    private static final String TAG = "Learning";

    private final Recommend recommend;

    public RecommendationRoutes(LearningUseCases learning) {
        recommend = learning.recommend();
    }

    /**
     * A day of the week.
     *
     * @param day the day of the week, in English and small letters
     * @param dayIndex 0 for Monday
     * @param automatic learned and repeated; else a default of which nothing bad is known
     */
    public record DayView(String day, int dayIndex, boolean automatic) {

        static DayView of(Recommend.Choice choice) {
            return new DayView(
                    DayOfWeek.of(choice.value() + 1).name().toLowerCase(Locale.ROOT),
                    choice.value(),
                    choice.automatic());
        }
    }

    /**
     * An hour of the lead's day, 0 to 23.
     *
     * @param automatic whether the product acts on it by itself
     */
    public record HourView(int hour, boolean automatic) {

        static HourView of(Recommend.Choice choice) {
            return new HourView(choice.value(), choice.automatic());
        }
    }

    /**
     * Days between two touches.
     *
     * @param days days between the two touches
     * @param automatic whether the product acts on it by itself
     */
    public record GapView(int days, boolean automatic) {

        static GapView of(Recommend.Choice choice) {
            return new GapView(choice.value(), choice.automatic());
        }
    }

    /**
     * What is in use.
     *
     * @param hasPatterns whether a valid pattern stands, even where nothing of it repeated
     * @param optimalGaps days between touches, by the two touches that they lie between
     * @param source learned only where something that repeated is in use
     */
    public record TimingView(
            boolean hasPatterns,
            List<DayView> bestDays,
            List<HourView> bestHours,
            Map<String, GapView> optimalGaps,
            @Nullable Integer peakConvertingTouch,
            BigDecimal confidence,
            long sampleSize,
            Recommend.Origin source) {

        static final TimingView EXAMPLE = new TimingView(
                true,
                List.of(new DayView("tuesday", 1, true), new DayView("wednesday", 2, false)),
                List.of(new HourView(9, false), new HourView(10, false)),
                Map.of("touch_1_to_2", new GapView(2, false)),
                2,
                new BigDecimal("0.7500"),
                1_000,
                Recommend.Origin.LEARNED);
    }

    /**
     * A channel that starts well or badly; one that is missing keeps its place.
     *
     * @param channel which channel it is about
     * @param status how sure the channel's standing is and which way it points, such as {@code confirmed_positive}
     * @param automatic whether the product acts on it by itself
     */
    public record StandingView(
            String channel, String status, @Nullable BigDecimal ciLow, boolean automatic) {

        static StandingView of(Recommend.Standing standing) {
            return new StandingView(standing.channel(), standing.status(), standing.ciLow(), true);
        }
    }

    /**
     * What is in use, for all and for the tier that was asked for.
     *
     * @param tierSpecificChannels the same for the tier that was asked for; empty where none was
     * @param multiChannelRecommended whether several channels are better than one
     * @param multiChannelLift how many times as often sequences over several channels convert as those over one; null where
     *     nobody knows
     * @param winningSequences orders of channels that convert best
     * @param source {@code learned} only where something that repeated is in use, else {@code default}
     */
    public record ChannelsView(
            boolean hasPatterns,
            List<StandingView> channelRankings,
            List<StandingView> tierSpecificChannels,
            boolean multiChannelRecommended,
            @Nullable BigDecimal multiChannelLift,
            List<String> winningSequences,
            BigDecimal confidence,
            long sampleSize,
            Recommend.Origin source) {

        static final ChannelsView EXAMPLE = new ChannelsView(
                true,
                List.of(new StandingView("linkedin", "confirmed_positive", new BigDecimal("0.0412"), true)),
                List.of(),
                true,
                new BigDecimal("1.21"),
                List.of("email→linkedin→voice"),
                new BigDecimal("0.7500"),
                1_000,
                Recommend.Origin.LEARNED);
    }

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(
                Route.get(Route.C + "/recommendations/timing", "Days, hours and gaps in use")
                        .tag(TAG)
                        .role(Role.VIEWER)
                        .answers(TimingView.class, TimingView.EXAMPLE)
                        .handledBy(this::timing),
                Route.get(Route.C + "/recommendations/channels", "Channels and sequences in use")
                        .tag(TAG)
                        .role(Role.VIEWER)
                        .params(Param.words("tier", Tier.class))
                        .answers(ChannelsView.class, ChannelsView.EXAMPLE)
                        .handledBy(this::channels));
    }

    private Reply<TimingView> timing(Call<None> call) {
        Recommend.Timing timing = recommend.timing(call.scope());
        return Reply.ok(new TimingView(
                timing.known(),
                timing.days().stream().map(DayView::of).toList(),
                timing.hours().stream().map(HourView::of).toList(),
                gaps(timing.gaps()),
                timing.peakTouch(),
                timing.confidence(),
                timing.sampleSize(),
                timing.origin()));
    }

    private static Map<String, GapView> gaps(Map<String, Recommend.Choice> gaps) {
        Map<String, GapView> views = new LinkedHashMap<>();
        gaps.forEach((transition, choice) -> views.put(transition, GapView.of(choice)));
        return views;
    }

    private Reply<ChannelsView> channels(Call<None> call) {
        Tier tier = call.query().words("tier", Tier.class).stream().findFirst().orElse(null);
        Recommend.Channels channels = recommend.channels(call.scope(), tier);
        return Reply.ok(new ChannelsView(
                channels.known(),
                channels.channels().stream().map(StandingView::of).toList(),
                channels.ofTier().stream().map(StandingView::of).toList(),
                channels.several(),
                channels.severalLift(),
                channels.sequences(),
                channels.confidence(),
                channels.sampleSize(),
                channels.origin()));
    }
}
