package io.agencyos.adapters.in.rest.scoring;

import io.agencyos.adapters.in.http.route.Problem;
import io.agencyos.adapters.in.http.route.ProblemCode;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.application.scoring.weight.DecideWeights;
import io.agencyos.application.scoring.weight.ShowWeights;
import io.agencyos.domain.scoring.weight.WeightsStatus;
import java.util.List;
import java.util.function.Function;

/** Staff of the platform put learned weights in force or take them back. Source: api 9.15. */
public final class WeightDecisionRoutes implements RouteGroup {

    private static final String TAG = "Platform";
    private static final String ONE = Route.P + "/als-weights/{id}";

    private final DecideWeights decide;

    public WeightDecisionRoutes(DecideWeights decide) {
        this.decide = decide;
    }

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(
                Route.post(
                                ONE + "/promote",
                                "Put learned weights in force that wait for a person, or earlier ones again")
                        .tag(TAG)
                        .platformAdmin()
                        .answers(WeightViews.Version.class, WeightViews.VERSION)
                        .problems(ProblemCode.INVALID_TRANSITION)
                        .handledBy(call -> answer(decide.promote(
                                call.principal().userId(), call.id("id", Function.identity()), call.origin()))),
                Route.post(ONE + "/retire", "Take learned weights back")
                        .tag(TAG)
                        .platformAdmin()
                        .answers(WeightViews.Version.class, WeightViews.VERSION)
                        .problems(ProblemCode.INVALID_TRANSITION)
                        .handledBy(call -> answer(decide.retire(
                                call.principal().userId(), call.id("id", Function.identity()), call.origin()))));
    }

    private static Reply<WeightViews.Version> answer(DecideWeights.Outcome outcome) {
        return switch (outcome) {
            case DecideWeights.Outcome.Decided(ShowWeights.Version version) ->
                Reply.ok(WeightViews.Version.of(version));
            case DecideWeights.Outcome.NotFound gone -> Reply.notFound();
            case DecideWeights.Outcome.InvalidTransition(WeightsStatus status) ->
                Reply.refused(Problem.of(ProblemCode.INVALID_TRANSITION, "The weights are " + status.wire() + ".")
                        .with("from", status.wire()));
        };
    }
}
