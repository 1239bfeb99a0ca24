package io.agencyos.adapters.in.rest.conversion;

import io.agencyos.adapters.in.rest.route.Call;
import io.agencyos.adapters.in.rest.route.None;
import io.agencyos.adapters.in.rest.route.Page;
import io.agencyos.adapters.in.rest.route.Param;
import io.agencyos.adapters.in.rest.route.Reply;
import io.agencyos.adapters.in.rest.route.Route;
import io.agencyos.adapters.in.rest.route.RouteGroup;
import io.agencyos.adapters.in.rest.route.Sorting;
import io.agencyos.application.conversion.learning.LearnedPattern;
import io.agencyos.application.conversion.learning.LearningUseCases;
import io.agencyos.application.conversion.learning.ShowPatterns;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.domain.client.Role;
import io.agencyos.domain.conversion.PatternHealth;
import io.agencyos.domain.conversion.PatternType;
import io.agencyos.domain.conversion.pattern.Node;
import io.agencyos.domain.shared.Vocabulary;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What converts, as it was learned. Source: api 9.10, conversion intelligence 20. */
public final class PatternRoutes implements RouteGroup {

    private static final String TAG = "Learning";
    private static final int HISTORY = 100;
    private static final Instant COMPUTED = Instant.parse("2026-03-28T16:00:04.120Z");

    private final ShowPatterns patterns;
    private final ClockPort clock;

    public PatternRoutes(LearningUseCases learning, ClockPort clock) {
        this.patterns = learning.showPatterns();
        this.clock = clock;
    }

    /** A version of a pattern. {@code patterns} is the document of its type. */
    public record PatternView(
            UUID id,
            PatternType patternType,
            int patternVersion,
            Node.Members patterns,
            long sampleSize,
            long conversions,
            BigDecimal confidence,
            String label,
            Instant windowStart,
            Instant windowEnd,
            Instant cutOff,
            Instant computedAt,
            Instant validUntil,
            boolean isExpired) {

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
                false);
    }

    /** The newest of each type. */
    public record PatternsView(List<PatternView> patterns, int total) {
        static final PatternsView EXAMPLE = new PatternsView(List.of(PatternView.EXAMPLE), 1);
    }

    /** A finding in plain words, with its size, its interval and what is missing where it is not certain. */
    public record FindingView(
            PatternType patternType,
            String dimension,
            String key,
            String sentence,
            String status,
            boolean automatic,
            long sample,
            long converted,
            @Nullable BigDecimal conversionRate,
            @Nullable BigDecimal ciLow,
            @Nullable BigDecimal ciHigh,
            @Nullable BigDecimal lift,
            @Nullable BigDecimal ratio,
            @Nullable BigDecimal pValue,
            @Nullable BigDecimal qValue,
            @Nullable BigDecimal unitsNeeded) {

        static final FindingView EXAMPLE = new FindingView(
                PatternType.WHO,
                "title",
                "CEO",
                "Leads, title CEO: 10.37 % (95 % credible interval 6.88 % to 15.04 %) against 6.00 % overall; 22 of"
                        + " 200; associated with more conversions, repeated after eight weeks",
                "confirmed_positive",
                true,
                200,
                22,
                new BigDecimal("0.1037"),
                new BigDecimal("0.0688"),
                new BigDecimal("0.1504"),
                new BigDecimal("1.73"),
                new BigDecimal("2.16"),
                new BigDecimal("0.000877"),
                new BigDecimal("0.002193"),
                null);

        static FindingView of(ShowPatterns.Told told) {
            Read finding = new Read(told.finding());
            return new FindingView(
                    told.type(),
                    finding.text("dimension"),
                    finding.text("key"),
                    finding.text("sentence"),
                    finding.text("status"),
                    told.finding().get("automatic").equals(Optional.of(Node.truth(true))),
                    finding.whole("sample"),
                    finding.whole("converted"),
                    finding.figure("conversion_rate"),
                    finding.figure("ci_low"),
                    finding.figure("ci_high"),
                    finding.figure("lift"),
                    finding.figure("ratio"),
                    finding.figure("p_value"),
                    finding.figure("q_value"),
                    finding.figure("units_needed"));
        }
    }

    /** Members of a finding by name. */
    private record Read(Node.Members members) {

        String text(String name) {
            return members.get(name)
                    .map(node -> node instanceof Node.Text(String value) ? value : "")
                    .orElse("");
        }

        @Nullable
        BigDecimal figure(String name) {
            return members.get(name)
                    .map(node -> node instanceof Node.Figure(BigDecimal value) ? value : null)
                    .orElse(null);
        }

        long whole(String name) {
            BigDecimal value = figure(name);
            return value == null ? 0 : value.longValue();
        }
    }

    /** What is amiss with a pattern. */
    public record WarningView(PatternType patternType, PatternHealth.Code code, PatternHealth.Severity severity) {

        static WarningView of(PatternHealth.Warning warning) {
            return new WarningView(
                    warning.type(), warning.code(), warning.code().severity());
        }
    }

    /** Everything confirmed or emerging in the patterns that are valid. */
    public record ReportView(
            @Nullable Instant computedAt, List<FindingView> findings, int total, List<WarningView> warnings) {
        static final ReportView EXAMPLE = new ReportView(
                COMPUTED,
                List.of(FindingView.EXAMPLE),
                1,
                List.of(new WarningView(
                        PatternType.WHEN, PatternHealth.Code.EXPIRING_SOON, PatternHealth.Severity.MEDIUM)));
    }

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(
                Route.get(Route.C + "/patterns", "What converts: the newest pattern of each type")
                        .tag(TAG)
                        .role(Role.VIEWER)
                        .params(Param.flag("include_expired", "also those that have run out"))
                        .answers(PatternsView.class, PatternsView.EXAMPLE)
                        .handledBy(this::all),
                Route.get(Route.C + "/patterns/history", "Versions of patterns, the newest first")
                        .tag(TAG)
                        .role(Role.VIEWER)
                        .params(Param.words("type", PatternType.class))
                        .lists(PatternView.class, Sorting.of("-created_at"), PatternView.EXAMPLE)
                        .handledBy(this::history),
                Route.get(Route.C + "/patterns/{type}", "The newest pattern of a type")
                        .tag(TAG)
                        .role(Role.VIEWER)
                        .answers(PatternView.class, PatternView.EXAMPLE)
                        .handledBy(this::one),
                Route.get(Route.C + "/pattern-report", "Every finding in plain words, certain or not")
                        .tag(TAG)
                        .role(Role.VIEWER)
                        .answers(ReportView.class, ReportView.EXAMPLE)
                        .handledBy(this::report));
    }

    private Reply<PatternsView> all(Call<None> call) {
        List<PatternView> views =
                views(patterns.patterns(call.scope(), call.query().flag("include_expired")));
        return Reply.ok(new PatternsView(views, views.size()));
    }

    private Reply<Page<PatternView>> history(Call<None> call) {
        PatternType type = call.query().words("type", PatternType.class).stream()
                .findFirst()
                .orElse(null);
        return Reply.ok(new Page<>(views(patterns.history(call.scope(), type, HISTORY)), Optional.empty()));
    }

    private List<PatternView> views(List<LearnedPattern> found) {
        return found.stream().map(this::view).toList();
    }

    private Reply<PatternView> one(Call<None> call) {
        return Vocabulary.parse(PatternType.class, call.text("type"))
                .flatMap(type -> patterns.pattern(call.scope(), type))
                .<Reply<PatternView>>map(pattern -> Reply.ok(view(pattern)))
                .orElseGet(Reply::notFound);
    }

    private Reply<ReportView> report(Call<None> call) {
        List<FindingView> findings =
                patterns.report(call.scope()).stream().map(FindingView::of).toList();
        Instant computed = patterns.patterns(call.scope(), false).stream()
                .map(LearnedPattern::computedAt)
                .max(Instant::compareTo)
                .orElse(null);
        return Reply.ok(new ReportView(
                computed,
                findings,
                findings.size(),
                patterns.warnings(call.scope()).stream().map(WarningView::of).toList()));
    }

    private PatternView view(LearnedPattern pattern) {
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
                !pattern.isValid(clock.now()));
    }
}
