package io.agencyos.adapters.in.rest.scoring;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.FieldError;
import io.agencyos.adapters.in.http.route.FieldErrors;
import io.agencyos.adapters.in.http.route.None;
import io.agencyos.adapters.in.http.route.Page;
import io.agencyos.adapters.in.http.route.Paging;
import io.agencyos.adapters.in.http.route.ProblemCode;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.adapters.in.http.route.Sorting;
import io.agencyos.adapters.in.rest.platform.JobReplies;
import io.agencyos.adapters.in.rest.platform.JobViews;
import io.agencyos.application.platform.flow.StartRun;
import io.agencyos.application.scoring.BacktestJob;
import io.agencyos.application.scoring.RunBacktest;
import io.agencyos.application.scoring.ScoringUseCases;
import io.agencyos.application.scoring.weight.ShowWeights;
import io.agencyos.domain.client.IcpRules;
import io.agencyos.domain.client.IcpTarget;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.scoring.ScoringSetup;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Weights of the score: in force, where from, earlier ones, and what others would do. Source: api 9.10, 14. */
public final class AlsWeightRoutes implements RouteGroup {

    private static final String TAG = "Learning";
    private static final String PATH = Route.C + "/als-weights";

    private static final int ACCEPTED = 202;
    private static final Comparator<ShowWeights.Version> NEWEST_FIRST = Comparator.comparing(
                    ShowWeights.Version::createdAt)
            .thenComparing(ShowWeights.Version::id)
            .reversed();

    private final ScoringUseCases scoring;
    private final StartRun start;

    public AlsWeightRoutes(ScoringUseCases scoring, StartRun start) {
        this.scoring = scoring;
        this.start = start;
    }

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(
                Route.get(PATH, "The weights in force")
                        .tag(TAG)
                        .role(Role.VIEWER)
                        .answers(WeightViews.InForce.class, WeightViews.IN_FORCE)
                        .handledBy(this::inForce),
                Route.get(PATH + "/sources", "Every source of weights in order, and why it is not in force")
                        .tag(TAG)
                        .role(Role.VIEWER)
                        .lists(WeightViews.Source.class, Sorting.of("source"), WeightViews.SOURCE)
                        .handledBy(this::sources),
                Route.get(PATH + "/history", "The client's own and learned sets, the newest first")
                        .tag(TAG)
                        .role(Role.VIEWER)
                        .lists(WeightViews.Version.class, Sorting.of("-created_at"), WeightViews.VERSION)
                        .handledBy(this::history),
                Route.post(PATH + "/backtests", "Try a change of weights or targets on the last 180 days")
                        .tag(TAG)
                        .role(Role.ADMIN)
                        .idempotent()
                        .body(BacktestViews.Proposed.class, BacktestViews.CHANGE)
                        .answers(ACCEPTED, JobViews.Job.class, JobViews.JOB)
                        .problems(ProblemCode.ALREADY_RUNNING, ProblemCode.BLOCKED)
                        .handledBy(this::backtest),
                Route.post(PATH + "/simulations", "What a change would make of the leads of now; saves nothing")
                        .tag(TAG)
                        .role(Role.VIEWER)
                        .body(BacktestViews.Proposed.class, BacktestViews.CHANGE)
                        .answers(BacktestViews.Result.class, BacktestViews.RESULT)
                        .handledBy(this::simulate));
    }

    private Reply<WeightViews.InForce> inForce(Call<None> call) {
        return Reply.ok(WeightViews.InForce.of(scoring.showWeights().inForce(call.scope())));
    }

    private Reply<Page<WeightViews.Source>> sources(Call<None> call) {
        return Reply.ok(new Page<>(
                scoring.showWeights().sources(call.scope()).stream()
                        .map(WeightViews.Source::of)
                        .toList(),
                Optional.empty()));
    }

    private Reply<Page<WeightViews.Version>> history(Call<None> call) {
        Paging paging = call.paging();
        UUID after = paging.after().map(Paging.Position::id).orElse(null);
        // a client has a handful of versions a year
        List<ShowWeights.Version> newestFirst = scoring.showWeights().history(call.scope()).stream()
                .sorted(NEWEST_FIRST)
                .dropWhile(version -> after != null && !version.id().equals(after))
                .skip(after == null ? 0 : 1)
                .limit(paging.limit() + 1L)
                .toList();
        return Reply.ok(Page.of(
                newestFirst,
                paging,
                WeightViews.Version::of,
                version -> new Paging.Position(List.of(version.createdAt().toString()), version.id())));
    }

    private Reply<JobViews.Job> backtest(Call<BacktestViews.Proposed> call) {
        String key = call.callerId() + " " + call.orderKey().orElseThrow();
        return proposed(
                call,
                proposed -> JobReplies.of(
                        start.start(
                                call.scope(),
                                new StartRun.Request(BacktestJob.FLOW, BacktestJob.params(proposed), key)),
                        call));
    }

    private Reply<BacktestViews.Result> simulate(Call<BacktestViews.Proposed> call) {
        return proposed(
                call,
                proposed ->
                        Reply.ok(BacktestViews.Result.of(scoring.runBacktest().simulate(call.scope(), proposed))));
    }

    private <R> Reply<R> proposed(Call<BacktestViews.Proposed> call, Function<RunBacktest.Proposed, Reply<R>> then) {
        RunBacktest.Proposed now = scoring.runBacktest().current(call.scope());
        FieldErrors errors = new FieldErrors();
        ScoringSetup.Choice choice = call.body().choice(now.choice(), errors);
        IcpTarget target = call.body().target(now.target());
        IcpRules.problems(target).stream()
                .map(FieldError::of)
                .forEach(error -> errors.add(
                        new FieldError("/icp" + error.pointer(), error.code(), error.message(), error.params())));
        return errors.isEmpty() ? then.apply(new RunBacktest.Proposed(target, choice)) : Reply.invalid(errors);
    }
}
