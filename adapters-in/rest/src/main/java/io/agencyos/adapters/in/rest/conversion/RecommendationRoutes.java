package io.agencyos.adapters.in.rest.conversion;

import io.agencyos.adapters.in.rest.route.Call;
import io.agencyos.adapters.in.rest.route.None;
import io.agencyos.adapters.in.rest.route.Param;
import io.agencyos.adapters.in.rest.route.Reply;
import io.agencyos.adapters.in.rest.route.Route;
import io.agencyos.adapters.in.rest.route.RouteGroup;
import io.agencyos.application.conversion.learning.LearningUseCases;
import io.agencyos.application.conversion.learning.Recommend;
import io.agencyos.domain.client.Role;
import io.agencyos.domain.scoring.Tier;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** When and over which channels to write. Always answered: with the defaults where nothing was learned. Source: api 9.10. */
public final class RecommendationRoutes implements RouteGroup {

    private static final String TAG = "Learning";

    private final Recommend recommend;

    public RecommendationRoutes(LearningUseCases learning) {
        recommend = learning.recommend();
    }

    /** Days count from 0 for Monday; gaps are days between touches. */
    public record TimingView(
            boolean hasPatterns,
            List<Integer> bestDays,
            List<Integer> bestHours,
            Map<String, Integer> optimalGaps,
            @Nullable Integer peakConvertingTouch,
            BigDecimal confidence,
            long sampleSize,
            Recommend.Origin source) {

        static final TimingView EXAMPLE = new TimingView(
                false,
                List.of(1, 2, 3),
                List.of(9, 10, 14, 15),
                Map.of("touch_1_to_2", 2),
                null,
                BigDecimal.ZERO,
                0,
                Recommend.Origin.DEFAULT);
    }

    /** A channel that starts well or badly; one that is missing keeps its place. */
    public record StandingView(
            String channel, String status, @Nullable BigDecimal ciLow) {

        static StandingView of(Recommend.Standing standing) {
            return new StandingView(standing.channel(), standing.status(), standing.ciLow());
        }
    }

    /** What is in use, for all and for the tier that was asked for. */
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
                List.of(new StandingView("linkedin", "confirmed_positive", new BigDecimal("0.0412"))),
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
                timing.origin() == Recommend.Origin.LEARNED,
                timing.days(),
                timing.hours(),
                timing.gaps(),
                timing.peakTouch(),
                timing.confidence(),
                timing.sampleSize(),
                timing.origin()));
    }

    private Reply<ChannelsView> channels(Call<None> call) {
        Tier tier = call.query().words("tier", Tier.class).stream().findFirst().orElse(null);
        Recommend.Channels channels = recommend.channels(call.scope(), tier);
        return Reply.ok(new ChannelsView(
                channels.origin() == Recommend.Origin.LEARNED,
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
