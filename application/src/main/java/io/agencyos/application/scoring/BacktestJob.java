package io.agencyos.application.scoring;

import io.agencyos.application.platform.flow.Flow;
import io.agencyos.application.platform.flow.FlowStep;
import io.agencyos.application.platform.flow.StepContext;
import io.agencyos.application.platform.flow.StepResult;
import io.agencyos.application.platform.flow.run.Outcome;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.client.IcpRules;
import io.agencyos.domain.client.IcpTarget;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.flow.BreakerScope;
import io.agencyos.domain.platform.flow.Counts;
import io.agencyos.domain.platform.flow.WorkClass;
import io.agencyos.domain.scoring.ScoringSetup;
import io.agencyos.domain.scoring.backtest.Backtest;
import io.agencyos.domain.scoring.backtest.RankingFigure;
import io.agencyos.domain.scoring.tier.Tier;
import io.agencyos.domain.scoring.weight.SubWeights;
import io.agencyos.domain.scoring.weight.Weights;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.id.LeadId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The flow {@code als_backtest}: an admin tries a change of weights or targets on the past. Its parameters are the whole
 * of what would be set, its outcome names the backtest that lets the change go live. Repeated after a crash it is one
 * backtest more, which changes nothing. Source: scoring ALS-20, api 1.7, 9.10.
 */
public final class BacktestJob {

    public static final String FLOW = "als_backtest";

    /** The word of the outcome with which the change goes live. */
    public static final String BACKTEST = "backtest_id";

    private static final String INDUSTRY = "industry.";
    private static final String SIZE = "company_size.";
    private static final String LOCATION = "location.";
    private static final String TECHNOLOGY = "technology.";
    private static final String COMPETITOR = "competitor.";
    private static final String WEIGHTS = "weights";
    private static final String SUB_WEIGHTS = "sub_weights";
    private static final String BENCHMARK = "benchmark";
    private static final String TITLE_VETO = "title_veto";

    private static final String INTEGERS = "\\d{1,5}(,\\d{1,5})*";
    private static final int WEIGHTED = 5;
    private static final int SUB_WEIGHTED = 3;

    private BacktestJob() {}

    static Flow<RunBacktest.Proposed> flow(RunBacktest backtest) {
        return new Flow<>(
                FLOW,
                1,
                WorkClass.INTERACTIVE,
                Role.ADMIN,
                Set.of(BreakerScope.SUBSCRIPTION),
                false,
                BacktestJob::read,
                List.of(new FlowStep.Calling<>("replay", 1, context -> replay(backtest, context))));
    }

    /** The order of a change, as {@link #read} understands it. */
    public static Map<String, String> params(RunBacktest.Proposed change) {
        Map<String, String> params = new TreeMap<>();
        ScoringSetup.Choice choice = change.choice();
        list(params, INDUSTRY, change.target().industries());
        list(params, SIZE, change.target().companySizes());
        list(params, LOCATION, change.target().locations());
        list(params, TECHNOLOGY, choice.technologies());
        list(params, COMPETITOR, choice.competitors());
        params.put(BENCHMARK, Boolean.toString(choice.benchmark()));
        params.put(TITLE_VETO, Boolean.toString(choice.titleVeto()));
        Weights weights = choice.weights();
        if (weights != null) {
            params.put(
                    WEIGHTS,
                    joined(
                            weights.dataQuality(),
                            weights.authority(),
                            weights.companyFit(),
                            weights.timing(),
                            weights.risk()));
        }
        SubWeights sub = choice.subWeights();
        if (sub != null) {
            params.put(SUB_WEIGHTS, joined(sub.industry(), sub.size(), sub.location()));
        }
        return params;
    }

    private static String joined(int... numbers) {
        return String.join(
                ",", IntStream.of(numbers).mapToObj(Integer::toString).toList());
    }

    private static void list(Map<String, String> params, String name, List<String> values) {
        for (int i = 0; i < values.size(); i++) {
            params.put(name + i, values.get(i));
        }
    }

    private static Result<RunBacktest.Proposed, String> read(Map<String, String> params) {
        IcpTarget target = new IcpTarget(
                list(params, INDUSTRY),
                List.of(),
                list(params, SIZE),
                list(params, LOCATION),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        if (!IcpRules.problems(target).isEmpty()) {
            return Result.err("these targets could not be set");
        }
        return weights(params.get(WEIGHTS))
                .flatMap(weights -> subWeights(params.get(SUB_WEIGHTS))
                        .map(sub -> new RunBacktest.Proposed(
                                target,
                                new ScoringSetup.Choice(
                                        list(params, TECHNOLOGY),
                                        list(params, COMPETITOR),
                                        sub.set(),
                                        weights.set(),
                                        Boolean.parseBoolean(params.get(BENCHMARK)),
                                        Boolean.parseBoolean(params.get(TITLE_VETO))))));
    }

    private static List<String> list(Map<String, String> params, String name) {
        List<String> values = new ArrayList<>();
        for (String value = params.get(name + 0); value != null; value = params.get(name + values.size())) {
            values.add(value);
        }
        return values;
    }

    /** Something that may be set or not. */
    private record Maybe<T>(@Nullable T set) {}

    private static Result<Maybe<Weights>, String> weights(@Nullable String text) {
        if (text == null) {
            return Result.ok(new Maybe<>(null));
        }
        int[] n = numbers(text);
        return n.length == WEIGHTED
                ? Weights.of(share(n[0]), share(n[1]), share(n[2]), share(n[3]), share(n[4]))
                        .map(Maybe::new)
                        .mapError(problem -> WEIGHTS + " are 500 to 5000 each and 10000 together")
                : Result.err(WEIGHTS + " are five numbers");
    }

    private static BigDecimal share(int tenThousandths) {
        return BigDecimal.valueOf(tenThousandths, 4);
    }

    private static Result<Maybe<SubWeights>, String> subWeights(@Nullable String text) {
        if (text == null) {
            return Result.ok(new Maybe<>(null));
        }
        int[] n = numbers(text);
        return n.length == SUB_WEIGHTED
                ? SubWeights.of(n[0], n[1], n[2])
                        .map(Maybe::new)
                        .mapError(problem -> SUB_WEIGHTS + " are 0 to 15 each and not all 0")
                : Result.err(SUB_WEIGHTS + " are three numbers");
    }

    private static int[] numbers(String text) {
        return text.matches(INTEGERS)
                ? Stream.of(text.split(",")).mapToInt(Integer::parseInt).toArray()
                : new int[0];
    }

    private static StepResult replay(RunBacktest backtest, StepContext<RunBacktest.Proposed> context) {
        return switch (backtest.backtest(TenantScope.worker(context.client()), context.params())) {
            case RunBacktest.Outcome.Tested tested -> {
                int leads = tested.result().leads();
                yield new StepResult.Done(Counts.done(leads, leads), told(tested));
            }
            case RunBacktest.Outcome.RoleRequired() -> throw new IllegalStateException("the worker was refused");
        };
    }

    private static long cents(BigDecimal dollars) {
        return dollars.movePointRight(2).longValueExact();
    }

    private static Outcome told(RunBacktest.Outcome.Tested tested) {
        Backtest<LeadId> result = tested.result();
        Map<String, String> words = new TreeMap<>();
        words.put(BACKTEST, tested.id().text());
        Outcome outcome = Outcome.count("leads", result.leads())
                .with("moved", result.moved())
                .with("channel_cost_before_cents", cents(result.costBefore()))
                .with("channel_cost_after_cents", cents(result.costAfter()));
        for (Tier tier : Tier.values()) {
            outcome = outcome.with(
                            "tiers_before_" + tier.wire(), result.before().getOrDefault(tier, 0))
                    .with("tiers_after_" + tier.wire(), result.after().getOrDefault(tier, 0));
        }
        Backtest.Ranking ranking = result.ranking();
        if (ranking != null) {
            outcome = outcome.with("conversions", ranking.conversions());
            figure(words, "auc_before", ranking.aucBefore());
            figure(words, "auc_after", ranking.aucAfter());
            figure(words, "top_fifth_capture_before", ranking.topFifthBefore());
            figure(words, "top_fifth_capture_after", ranking.topFifthAfter());
        }
        return outcome.plus(new Outcome(
                Map.of(),
                words,
                Map.of(
                        "moved",
                        result.examples().stream().map(BacktestJob::moved).toList())));
    }

    private static void figure(Map<String, String> words, String name, RankingFigure figure) {
        words.put(name, figure.value().toPlainString());
        words.put(name + "_ci_low", figure.low().toPlainString());
        words.put(name + "_ci_high", figure.high().toPlainString());
    }

    private static Map<String, String> moved(Backtest.Mover<LeadId> mover) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("lead_id", mover.lead().text());
        row.put("score_before", Integer.toString(mover.scoreBefore().value()));
        row.put("tier_before", mover.tierBefore().wire());
        row.put("score_after", Integer.toString(mover.scoreAfter().value()));
        row.put("tier_after", mover.tierAfter().wire());
        return row;
    }
}
