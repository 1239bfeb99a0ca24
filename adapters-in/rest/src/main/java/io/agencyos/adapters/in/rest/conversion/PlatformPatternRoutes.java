package io.agencyos.adapters.in.rest.conversion;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.None;
import io.agencyos.adapters.in.http.route.Page;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.adapters.in.http.route.Sorting;
import io.agencyos.application.conversion.learning.ShowPlatformLearning;
import io.agencyos.application.conversion.learning.store.Patterns;
import io.agencyos.application.conversion.learning.store.PlatformFindings;
import io.agencyos.application.scoring.weight.PlatformWeights;
import io.agencyos.domain.conversion.PatternType;
import io.agencyos.domain.scoring.weight.Weights;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was learned across clients that agreed, for platform staff; no client can be read from it. Source: api 9.15. */
public final class PlatformPatternRoutes implements RouteGroup {

    private static final int DECIMALS = 4;

    private final ShowPlatformLearning learning;

    public PlatformPatternRoutes(ShowPlatformLearning learning) {
        this.learning = learning;
    }

    /**
     * The newest patterns of a type over all clients, three at least.
     *
     * @param clients how many clients have such a pattern
     * @param valid those that have not run out
     * @param conversions how many of the sample converted
     * @param meanConfidence the mean confidence of the patterns, 0 to 1
     * @param newestComputedAt when the newest of them was learned
     */
    public record PatternsView(
            PatternType patternType,
            int clients,
            int valid,
            long sampleSize,
            long conversions,
            BigDecimal meanConfidence,
            Instant newestComputedAt) {

        static final PatternsView EXAMPLE = new PatternsView(
                PatternType.WHO,
                14,
                12,
                48_000,
                1_320,
                new BigDecimal("0.6800"),
                Instant.parse("2026-03-28T16:00:04.120Z"));

        static PatternsView of(Patterns.Across across) {
            return new PatternsView(
                    across.type(),
                    across.clients(),
                    across.valid(),
                    across.sampleSize(),
                    across.conversions(),
                    across.confidence(),
                    across.newest());
        }
    }

    /**
     * Weights that clients made together, each 0.05 to 0.5.
     *
     * @param industrySegment the industry whose clients these are; null for all clients
     * @param version which version of the weights it is; 0 for those that the product ships
     * @param conversions how many of the sample converted
     */
    public record WeightsView(
            @Nullable String industrySegment,
            int version,
            BigDecimal dataQuality,
            BigDecimal authority,
            BigDecimal companyFit,
            BigDecimal timing,
            BigDecimal risk,
            long conversions,
            int contributingClients,
            BigDecimal confidence,
            Instant computedAt) {

        static final WeightsView EXAMPLE = of(new PlatformWeights(
                null,
                2,
                new Weights(1_500, 3_000, 2_500, 2_000, 1_000),
                715,
                5,
                new BigDecimal("0.9000"),
                Instant.parse("2026-03-31T15:00:00.000Z")));

        static WeightsView of(PlatformWeights made) {
            Weights weights = made.weights();
            return new WeightsView(
                    made.industry(),
                    made.version(),
                    share(weights.dataQuality()),
                    share(weights.authority()),
                    share(weights.companyFit()),
                    share(weights.timing()),
                    share(weights.risk()),
                    made.conversions(),
                    made.clients(),
                    made.confidence(),
                    made.computedAt());
        }

        private static BigDecimal share(int tenThousandths) {
            return BigDecimal.valueOf(tenThousandths, DECIMALS);
        }
    }

    /**
     * A segment, how it converts against all, and on how much that stands.
     *
     * @param industrySegment the industry whose clients these are; null for all clients
     * @param dimension what about leads or messages is compared, such as {@code title}
     * @param segment the value of the dimension, such as a title
     */
    public record PriorView(
            @Nullable String industrySegment,
            String dimension,
            String segment,
            BigDecimal lift,
            long sampleSize,
            int contributingClients,
            BigDecimal confidence,
            Instant computedAt) {

        static final PriorView EXAMPLE = new PriorView(
                null,
                "title",
                "CEO",
                new BigDecimal("1.4500"),
                12_000,
                14,
                new BigDecimal("0.9000"),
                Instant.parse("2026-03-31T15:00:00.000Z"));

        static PriorView of(PlatformFindings.Finding finding) {
            return new PriorView(
                    finding.published().industry(),
                    finding.published().dimension(),
                    finding.published().segment(),
                    BigDecimal.valueOf(finding.published().lift()).setScale(DECIMALS, RoundingMode.HALF_UP),
                    finding.published().units(),
                    finding.published().clients(),
                    finding.published().confidence(),
                    finding.computedAt());
        }
    }

    /**
     * All of them; no weights where those of the contributors do not help the others.
     *
     * @param priors the segments, each with how it converts
     * @param total how many segments there are
     * @param weights weights that clients made together; empty where they do not help
     */
    public record PriorsView(List<PriorView> priors, int total, List<WeightsView> weights) {}

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(
                Route.get(Route.P + "/patterns", "What is learned over all clients, by type")
                        .tag("Platform")
                        .platformAdmin()
                        .lists(PatternsView.class, Sorting.of("-created_at"), PatternsView.EXAMPLE)
                        .handledBy(this::patterns),
                Route.get(Route.P + "/patterns/priors", "What was learned across clients")
                        .tag("Platform")
                        .platformAdmin()
                        .answers(
                                PriorsView.class,
                                new PriorsView(List.of(PriorView.EXAMPLE), 1, List.of(WeightsView.EXAMPLE)))
                        .handledBy(this::priors));
    }

    /** Five types at most, so there is one page. */
    private Reply<Page<PatternsView>> patterns(Call<None> call) {
        return Reply.ok(
                new Page<>(learning.patterns().stream().map(PatternsView::of).toList(), Optional.empty()));
    }

    private Reply<PriorsView> priors(Call<None> call) {
        List<PriorView> views = learning.priors().stream().map(PriorView::of).toList();
        return Reply.ok(new PriorsView(
                views,
                views.size(),
                learning.weights().stream().map(WeightsView::of).toList()));
    }
}
