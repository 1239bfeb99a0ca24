package io.agencyos.adapters.in.rest.allocation;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.ProblemCode;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.adapters.in.rest.platform.JobReplies;
import io.agencyos.adapters.in.rest.platform.JobViews;
import io.agencyos.application.allocation.flow.LeadSourcing;
import io.agencyos.application.allocation.sourcing.PoolPopulation;
import io.agencyos.application.allocation.sourcing.SourcingPlan;
import io.agencyos.application.platform.flow.StartRun;
import io.agencyos.domain.allocation.AssignmentRefusal;
import io.agencyos.domain.client.identity.KeyScope;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.id.CampaignId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Orders for more people: for a campaign, the pool first and the data vendor for what it lacks; or for the pool alone. What
 * no job could mend is refused before one is made. Source: api 9.4, 9.7.
 */
public final class SourcingRoutes implements RouteGroup {

    private static final String TAG = "Pool";
    private static final int ACCEPTED = 202;

    private final SourcingPlan plan;
    private final StartRun start;

    public SourcingRoutes(SourcingPlan plan, StartRun start) {
        this.plan = plan;
        this.start = start;
    }

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(
                Route.post(Route.C + "/campaigns/{id}/lead-sourcing-jobs", "Find leads for a campaign")
                        .tag(TAG)
                        .role(Role.MEMBER)
                        .key(KeyScope.CAMPAIGNS_WRITE)
                        .idempotent()
                        .body(
                                AllocationViews.Sourcing.class,
                                new AllocationViews.Sourcing(AllocationViews.Sourcing.DEFAULT))
                        .answers(ACCEPTED, JobViews.Job.class, JobViews.JOB)
                        .problems(
                                ProblemCode.NO_CREDITS,
                                ProblemCode.SUBSCRIPTION_INACTIVE,
                                ProblemCode.NOT_ELIGIBLE,
                                ProblemCode.ALREADY_RUNNING,
                                ProblemCode.BLOCKED)
                        .handledBy(this::source),
                Route.post(Route.C + "/pool/population-jobs", "Buy people whom the client's profile wants")
                        .tag(TAG)
                        .role(Role.MEMBER)
                        .key(KeyScope.CAMPAIGNS_WRITE)
                        .idempotent()
                        .body(
                                AllocationViews.Population.class,
                                new AllocationViews.Population(AllocationViews.Population.DEFAULT))
                        .answers(ACCEPTED, JobViews.Job.class, JobViews.JOB)
                        .problems(
                                ProblemCode.NO_CREDITS,
                                ProblemCode.SUBSCRIPTION_INACTIVE,
                                ProblemCode.NOT_ELIGIBLE,
                                ProblemCode.ALREADY_RUNNING,
                                ProblemCode.BLOCKED)
                        .handledBy(this::populate));
    }

    private Reply<JobViews.Job> source(Call<AllocationViews.Sourcing> call) {
        CampaignId campaign = call.id("id", CampaignId::new);
        return started(
                call,
                Optional.of(campaign),
                LeadSourcing.FLOW,
                Map.of(
                        "campaign_id",
                        campaign.text(),
                        "count",
                        Integer.toString(call.body().wanted())));
    }

    private Reply<JobViews.Job> populate(Call<AllocationViews.Population> call) {
        return started(
                call,
                Optional.empty(),
                PoolPopulation.FLOW,
                Map.of("target", Integer.toString(call.body().wanted())));
    }

    private Reply<JobViews.Job> started(
            Call<?> call, Optional<CampaignId> campaign, String flow, Map<String, String> params) {
        if (plan.need(call.scope().clientId(), campaign, 1)
                instanceof Result.Err<SourcingPlan.Need, AssignmentRefusal>(AssignmentRefusal refusal)) {
            return AllocationRoutes.refused(refusal);
        }
        String key = call.callerId() + " " + call.orderKey().orElseThrow();
        return JobReplies.of(start.start(call.scope(), new StartRun.Request(flow, params, key)), call);
    }
}
