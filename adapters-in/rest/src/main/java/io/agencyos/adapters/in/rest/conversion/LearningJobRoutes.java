package io.agencyos.adapters.in.rest.conversion;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.None;
import io.agencyos.adapters.in.http.route.Problem;
import io.agencyos.adapters.in.http.route.ProblemCode;
import io.agencyos.adapters.in.http.route.RateLimit;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.adapters.in.rest.platform.JobReplies;
import io.agencyos.adapters.in.rest.platform.JobViews;
import io.agencyos.application.conversion.learning.CheckLearning;
import io.agencyos.application.conversion.learning.PatternLearning;
import io.agencyos.application.conversion.suggest.CampaignEvolution;
import io.agencyos.application.conversion.suggest.CheckSuggestions;
import io.agencyos.application.platform.flow.StartRun;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.client.identity.KeyScope;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.shared.id.ClientId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Orders to learn now, and to work out suggestions now. Source: api 9.5, 9.10, conversion intelligence 20. */
public final class LearningJobRoutes implements RouteGroup {

    private static final String TAG = "Learning";
    private static final int ACCEPTED = 202;

    private final CheckLearning check;
    private final CheckSuggestions suggestions;
    private final StartRun start;

    public LearningJobRoutes(CheckLearning check, CheckSuggestions suggestions, StartRun start) {
        this.check = check;
        this.suggestions = suggestions;
        this.start = start;
    }

    /**
     * {@code force} learns although the patterns are still valid.
     *
     * @param force whether it learns although the patterns are still valid
     */
    public record Order(@Nullable Boolean force) {

        boolean forced() {
            return Boolean.TRUE.equals(force);
        }
    }

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(
                Route.post(Route.C + "/pattern-learning-jobs", "Learn from outcomes now")
                        .tag(TAG)
                        .role(Role.ADMIN)
                        .idempotent()
                        .body(Order.class, new Order(false))
                        .answers(ACCEPTED, JobViews.Job.class, JobViews.JOB)
                        .problems(
                                ProblemCode.PATTERNS_STILL_VALID,
                                ProblemCode.INSUFFICIENT_DATA,
                                ProblemCode.ALREADY_RUNNING,
                                ProblemCode.BLOCKED)
                        .handledBy(call -> learn(call, call.scope(), call.body().forced())),
                Route.post(Route.P + "/clients/{id}/pattern-learning-jobs", "Learn from a client's outcomes now")
                        .tag("Platform")
                        .platformAdmin()
                        .idempotent()
                        .body(Order.class, new Order(true))
                        .answers(ACCEPTED, JobViews.Job.class, JobViews.JOB)
                        .problems(
                                ProblemCode.PATTERNS_STILL_VALID,
                                ProblemCode.INSUFFICIENT_DATA,
                                ProblemCode.ALREADY_RUNNING,
                                ProblemCode.BLOCKED)
                        .handledBy(call -> learn(
                                call,
                                TenantScope.worker(call.id("id", ClientId::new)),
                                call.body().forced())),
                Route.post(Route.C + "/campaign-suggestion-runs", "Work out suggestions for campaigns now")
                        .tag(TAG)
                        .role(Role.MEMBER)
                        .key(KeyScope.CAMPAIGNS_WRITE)
                        .idempotent()
                        .limited(RateLimit.AI)
                        .answers(ACCEPTED, JobViews.Job.class, JobViews.JOB)
                        .problems(ProblemCode.INSUFFICIENT_DATA, ProblemCode.ALREADY_RUNNING, ProblemCode.BLOCKED)
                        .handledBy(this::suggest));
    }

    private Reply<JobViews.Job> learn(Call<Order> call, TenantScope scope, boolean forced) {
        CheckLearning.Standing standing = check.standing(scope);
        if (!standing.enough()) {
            return Reply.refused(Problem.of(
                            ProblemCode.INSUFFICIENT_DATA,
                            "There are %d matured conversions of a year, and %d are needed."
                                    .formatted(standing.available(), standing.required()))
                    .with("required", standing.required())
                    .with("available", standing.available()));
        }
        if (standing.stillValid() && !forced) {
            return Reply.refused(
                    ProblemCode.PATTERNS_STILL_VALID, "All patterns are valid; force learns all the same.");
        }
        if (standing.patience().isPositive()) {
            return Reply.refused(Problem.of(ProblemCode.RATE_LIMITED, "It was learned less than an hour ago.")
                    .retryAfter(standing.patience().toSeconds()));
        }
        return started(call, scope, PatternLearning.FLOW);
    }

    private Reply<JobViews.Job> suggest(Call<None> call) {
        return suggestions.possible(call.scope())
                ? started(call, call.scope(), CampaignEvolution.FLOW)
                : Reply.refused(
                        ProblemCode.INSUFFICIENT_DATA,
                        "Nothing is learned yet, and the confirmed profile names neither industries nor titles.");
    }

    private Reply<JobViews.Job> started(Call<?> call, TenantScope scope, String flow) {
        String key = call.callerId() + " " + call.orderKey().orElseThrow();
        return JobReplies.of(start.start(scope, new StartRun.Request(flow, Map.of(), key)), call);
    }
}
