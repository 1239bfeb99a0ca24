package io.agencyos.adapters.in.rest.conversion;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.None;
import io.agencyos.adapters.in.http.route.Page;
import io.agencyos.adapters.in.http.route.Paging;
import io.agencyos.adapters.in.http.route.Param;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.adapters.in.http.route.Sorting;
import io.agencyos.adapters.in.rest.card.Params;
import io.agencyos.application.conversion.learning.LearningUseCases;
import io.agencyos.application.conversion.learning.ReportPatterns;
import io.agencyos.application.conversion.learning.ShowPatterns;
import io.agencyos.application.conversion.learning.store.LearnedPattern;
import io.agencyos.application.conversion.suggest.JudgeCampaigns;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.conversion.PatternType;
import io.agencyos.domain.conversion.detect.Detected;
import io.agencyos.domain.conversion.pattern.Node;
import io.agencyos.domain.scoring.weight.Component;
import io.agencyos.domain.scoring.weight.WeightsSource;
import io.agencyos.domain.shared.Vocabulary;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What converts, as it was learned. Source: api 9.10, conversion intelligence 20. */
public final class PatternRoutes implements RouteGroup {

    private static final String TAG = "Learning";
    static final Instant COMPUTED = Instant.parse("2026-03-28T16:00:04.120Z");

    private final ShowPatterns patterns;
    private final ReportPatterns reports;
    private final JudgeCampaigns campaigns;
    private final ClockPort clock;

    public PatternRoutes(LearningUseCases learning, JudgeCampaigns campaigns, ClockPort clock) {
        this.patterns = learning.showPatterns();
        this.reports = learning.reportPatterns();
        this.campaigns = campaigns;
        this.clock = clock;
    }

    /**
     * A version of a pattern. {@code patterns} is the document of its type.
     *
     * @param id its identifier; null, like every date, where {@code source} is {@code default}: the shape of a type of which
     *     too little is known, whose {@code note} says what is missing
     * @param patterns the pattern itself; its members depend on its type
     * @param conversions how many of the sample converted
     * @param label the outcome that is learned from
     * @param cutOff until when outcomes were looked at; null for a default
     * @param source {@code learned}, or {@code default} where too little is known and the shape alone is shown
     * @param recommendedWeights what the newest attempt at weights proposed; null for other types than {@code who}
     */
    public record PatternView(
            @Nullable UUID id,
            PatternType patternType,
            int patternVersion,
            Node.Members patterns,
            long sampleSize,
            long conversions,
            BigDecimal confidence,
            String label,
            @Nullable Instant windowStart,
            @Nullable Instant windowEnd,
            @Nullable Instant cutOff,
            @Nullable Instant computedAt,
            @Nullable Instant validUntil,
            boolean isExpired,
            String source,
            @Nullable RecommendedView recommendedWeights) {

        static final PatternView EXAMPLE = new PatternView(
                UUID.fromString("0198c0de-0000-7000-8000-000000000001"),
                PatternType.WHO,
                3,
                Node.members()
                        .with("type", "who")
                        .with("baseline_conversion_rate", Node.rounded(.06, 4))
                        .done(),
                1_000,
                60,
                new BigDecimal("0.7500"),
                "meeting_booked",
                Instant.parse("2025-11-28T13:00:00.000Z"),
                Instant.parse("2026-02-26T13:00:00.000Z"),
                Instant.parse("2026-03-28T13:00:00.000Z"),
                COMPUTED,
                COMPUTED.plus(LearnedPattern.VALID),
                false,
                "learned",
                new RecommendedView(
                        Map.of(
                                "data_quality", new BigDecimal("0.1320"),
                                "authority", new BigDecimal("0.2990"),
                                "company_fit", new BigDecimal("0.1940"),
                                "timing", new BigDecimal("0.2430"),
                                "risk", new BigDecimal("0.1320")),
                        WeightsSource.CLIENT_LEARNED,
                        true));

        static PatternView standingIn(Detected detected) {
            return new PatternView(
                    null,
                    detected.type(),
                    0,
                    detected.members(),
                    detected.units(),
                    detected.conversions(),
                    detected.confidence(),
                    detected.label(),
                    null,
                    null,
                    null,
                    null,
                    null,
                    false,
                    "default",
                    null);
        }
    }

    /**
     * Weights of the score as they were proposed last; information, what scores says {@code als-weights}.
     *
     * @param weights what each component counts, as a share of one
     * @param source whose weights they are: learned or set for the client, learned for its industry or everybody, a
     *     benchmark, or the defaults
     * @param promoted whether they are in force
     */
    public record RecommendedView(Map<String, BigDecimal> weights, WeightsSource source, boolean promoted) {

        static RecommendedView of(ShowPatterns.Recommended recommended) {
            return new RecommendedView(
                    Arrays.stream(Component.values())
                            .filter(component -> component != Component.BOOST)
                            .collect(Collectors.toMap(
                                    Component::wire,
                                    component -> BigDecimal.valueOf(
                                            recommended.weights().of(component), 4),
                                    (one, _) -> one,
                                    LinkedHashMap::new)),
                    recommended.source(),
                    recommended.promoted());
        }
    }

    /**
     * A version in its history, without its document.
     *
     * @param conversions how many of the sample converted
     * @param cutOff until when outcomes were looked at
     * @param supersededAt when the next version took its place; null for the last
     * @param runId the job or nightly run that published it; null where it was none
     * @param changes what this version says that the one before it did not
     */
    public record PastView(
            UUID id,
            PatternType patternType,
            int patternVersion,
            long sampleSize,
            long conversions,
            BigDecimal confidence,
            Instant windowStart,
            Instant windowEnd,
            Instant cutOff,
            Instant computedAt,
            @Nullable Instant supersededAt,
            @Nullable UUID runId,
            List<PatternReportViews.ChangeView> changes) {

        static final PastView EXAMPLE = new PastView(
                PatternView.EXAMPLE.id(),
                PatternType.WHO,
                3,
                1_000,
                60,
                new BigDecimal("0.7500"),
                PatternView.EXAMPLE.windowStart(),
                PatternView.EXAMPLE.windowEnd(),
                PatternView.EXAMPLE.cutOff(),
                COMPUTED,
                null,
                UUID.fromString("0198c0de-0000-7000-8000-0000000000f1"),
                List.of(PatternReportViews.ChangeView.EXAMPLE));

        static PastView of(ShowPatterns.Past past) {
            LearnedPattern pattern = past.pattern();
            return new PastView(
                    pattern.id(),
                    pattern.type(),
                    pattern.version(),
                    pattern.sampleSize(),
                    pattern.conversions(),
                    pattern.confidence(),
                    pattern.windowStart(),
                    pattern.windowEnd(),
                    pattern.cutOff(),
                    pattern.computedAt(),
                    past.supersededAt(),
                    pattern.run() == null ? null : pattern.run().value(),
                    past.changes().stream()
                            .map(PatternReportViews.ChangeView::of)
                            .toList());
        }
    }

    /**
     * The newest of each type.
     *
     * @param patterns the newest pattern of each type
     * @param total how many patterns there are
     */
    public record PatternsView(List<PatternView> patterns, int total) {
        static final PatternsView EXAMPLE = new PatternsView(List.of(PatternView.EXAMPLE), 1);
    }

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(
                Route.get(Route.C + "/patterns", "What converts: the newest pattern of each type")
                        .tag(TAG)
                        .role(Role.VIEWER)
                        .params(Param.flag("include_expired", "Also shows those that have run out."))
                        .answers(PatternsView.class, PatternsView.EXAMPLE)
                        .handledBy(this::all),
                Route.get(Route.C + "/patterns/history", "Versions of patterns, the newest first")
                        .tag(TAG)
                        .role(Role.VIEWER)
                        .params(Param.words("type", PatternType.class))
                        .lists(PastView.class, Sorting.of("-created_at"), PastView.EXAMPLE)
                        .handledBy(this::history),
                Route.get(Route.C + "/patterns/{type}", "The newest pattern of a type")
                        .tag(TAG)
                        .role(Role.VIEWER)
                        .answers(PatternView.class, PatternView.EXAMPLE)
                        .handledBy(this::one),
                Route.get(
                                Route.C + "/pattern-report",
                                "Every finding in plain words, certain or not, with what changed and what it rests on")
                        .tag(TAG)
                        .role(Role.VIEWER)
                        .answers(PatternReportViews.ReportView.class, PatternReportViews.ReportView.EXAMPLE)
                        .handledBy(this::report));
    }

    private Reply<PatternsView> all(Call<None> call) {
        List<PatternView> views = patterns.patterns(call.scope(), call.query().flag("include_expired")).stream()
                .map(pattern -> view(call.scope(), pattern))
                .toList();
        return Reply.ok(new PatternsView(views, views.size()));
    }

    private Reply<Page<PastView>> history(Call<None> call) {
        PatternType type = call.query().words("type", PatternType.class).stream()
                .findFirst()
                .orElse(null);
        List<ShowPatterns.Past> found = patterns.history(
                call.scope(),
                type,
                call.paging().after().map(Paging.Position::id).orElse(null),
                call.paging().limit() + 1);
        return Reply.ok(Page.of(
                found,
                call.paging(),
                PastView::of,
                last -> Params.at(last.pattern().computedAt(), last.pattern().id())));
    }

    private Reply<PatternView> one(Call<None> call) {
        return Vocabulary.parse(PatternType.class, call.text("type"))
                .flatMap(type -> patterns.pattern(call.scope(), type)
                        .map(pattern -> view(call.scope(), pattern))
                        .or(() -> patterns.standIn(call.scope(), type).map(PatternView::standingIn)))
                .<Reply<PatternView>>map(Reply::ok)
                .orElseGet(Reply::notFound);
    }

    private Reply<PatternReportViews.ReportView> report(Call<None> call) {
        return Reply.ok(PatternReportViews.ReportView.of(reports.report(call.scope()), campaigns.health(call.scope())));
    }

    private PatternView view(TenantScope scope, LearnedPattern pattern) {
        return new PatternView(
                pattern.id(),
                pattern.type(),
                pattern.version(),
                pattern.document(),
                pattern.sampleSize(),
                pattern.conversions(),
                pattern.confidence(),
                pattern.label(),
                pattern.windowStart(),
                pattern.windowEnd(),
                pattern.cutOff(),
                pattern.computedAt(),
                pattern.validUntil(),
                !pattern.isValid(clock.now()),
                "learned",
                pattern.type() == PatternType.WHO ? RecommendedView.of(patterns.recommendedWeights(scope)) : null);
    }
}
