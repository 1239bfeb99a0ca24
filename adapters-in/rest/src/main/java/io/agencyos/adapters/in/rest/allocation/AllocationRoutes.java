package io.agencyos.adapters.in.rest.allocation;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.FieldError;
import io.agencyos.adapters.in.http.route.None;
import io.agencyos.adapters.in.http.route.Param;
import io.agencyos.adapters.in.http.route.Problem;
import io.agencyos.adapters.in.http.route.ProblemCode;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.application.allocation.AllocationUseCases;
import io.agencyos.application.allocation.AssignLeads;
import io.agencyos.application.allocation.PreviewAssignment;
import io.agencyos.domain.allocation.AssignmentRefusal;
import io.agencyos.domain.client.ReplenishmentMode;
import io.agencyos.domain.client.identity.KeyScope;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.flow.BreakerScope;
import io.agencyos.domain.shared.id.CampaignId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Leads for campaigns, from the pool and from those that the client has, and what the client holds. Source: api 9.4, 9.7.
 */
public final class AllocationRoutes implements RouteGroup {

    private static final String TAG = "Pool";
    private static final String CAMPAIGN = Route.C + "/campaigns/{id}";

    private final AllocationUseCases allocation;

    public AllocationRoutes(AllocationUseCases allocation) {
        this.allocation = allocation;
    }

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(
                Route.post(CAMPAIGN + "/lead-sourcing-previews", "What the pool would give a campaign now")
                        .tag(TAG)
                        .role(Role.MEMBER)
                        .key(KeyScope.CAMPAIGNS_WRITE)
                        .body(
                                AllocationViews.Sourcing.class,
                                new AllocationViews.Sourcing(AllocationViews.Sourcing.DEFAULT))
                        .answers(PreviewViews.Previewed.class, PreviewViews.EXAMPLE)
                        .problems(
                                ProblemCode.NO_CREDITS,
                                ProblemCode.SUBSCRIPTION_INACTIVE,
                                ProblemCode.NOT_ELIGIBLE,
                                ProblemCode.BLOCKED)
                        .handledBy(this::preview),
                Route.get(Route.C + "/pool/replenishment-plan", "What the pipeline lacks, and where it would come from")
                        .tag(TAG)
                        .role(Role.VIEWER)
                        .params(Param.words("mode", ReplenishmentMode.class))
                        .answers(ReplenishmentViews.PlanView.class, ReplenishmentViews.EXAMPLE)
                        .handledBy(this::plan),
                Route.post(CAMPAIGN + "/lead-assignments", "Put the client's own unused leads into a campaign")
                        .tag(TAG)
                        .role(Role.MEMBER)
                        .key(KeyScope.CAMPAIGNS_WRITE)
                        .idempotent()
                        .body(AllocationViews.OwnLeads.class, new AllocationViews.OwnLeads(2_000, null))
                        .answers(AllocationViews.Assigned.class, AllocationViews.ASSIGNED)
                        .problems(ProblemCode.SUBSCRIPTION_INACTIVE, ProblemCode.NOT_ELIGIBLE, ProblemCode.BLOCKED)
                        .handledBy(this::assign),
                Route.get(Route.C + "/pool/summary", "What this client holds of the pool")
                        .tag(TAG)
                        .role(Role.VIEWER)
                        .answers(AllocationViews.PoolSummary.class, AllocationViews.SUMMARY)
                        .handledBy(this::summary));
    }

    private Reply<PreviewViews.Previewed> preview(Call<AllocationViews.Sourcing> call) {
        return switch (allocation
                .previewAssignment()
                .preview(
                        call.scope(),
                        call.id("id", CampaignId::new),
                        call.body().wanted())) {
            case PreviewAssignment.Outcome.Shown shown -> Reply.ok(PreviewViews.Previewed.of(shown));
            case PreviewAssignment.Outcome.Refused(AssignmentRefusal refusal) -> refused(refusal);
            case PreviewAssignment.Outcome.RoleRequired() -> role(call);
        };
    }

    private Reply<ReplenishmentViews.PlanView> plan(Call<None> call) {
        @Nullable
        ReplenishmentMode mode = call.query().words("mode", ReplenishmentMode.class).stream()
                .findFirst()
                .orElse(null);
        return allocation
                .planReplenishment()
                .plan(call.scope(), mode)
                .<Reply<ReplenishmentViews.PlanView>>map(planned -> Reply.ok(ReplenishmentViews.PlanView.of(planned)))
                .orElseGet(Reply::notFound);
    }

    private Reply<AllocationViews.Assigned> assign(Call<AllocationViews.OwnLeads> call) {
        AssignLeads.Request request = new AssignLeads.Request(
                call.id("id", CampaignId::new), call.body().count(), call.body().minimumTier(), key(call));
        return switch (allocation.assignLeads().assign(call.scope(), request)) {
            case AssignLeads.Outcome.Done(AssignLeads.Report report) -> Reply.ok(AllocationViews.Assigned.of(report));
            case AssignLeads.Outcome.Refused(AssignmentRefusal refusal) -> refused(refusal);
            case AssignLeads.Outcome.RoleRequired() -> role(call);
            case AssignLeads.Outcome.KeyReused() -> reused();
        };
    }

    private Reply<AllocationViews.PoolSummary> summary(Call<None> call) {
        return Reply.ok(
                AllocationViews.PoolSummary.of(allocation.summarisePool().summarise(call.scope())));
    }

    /** A key is one person's for one address, as everywhere in the API. */
    private static String key(Call<?> call) {
        return call.callerId() + " " + call.text("id") + " " + call.orderKey().orElseThrow();
    }

    static <R> Reply<R> refused(AssignmentRefusal refusal) {
        return switch (refusal) {
            case CLIENT_NOT_FOUND -> Reply.notFound();
            case SUBSCRIPTION_INACTIVE ->
                Reply.refused(ProblemCode.SUBSCRIPTION_INACTIVE, "The client's subscription is not active.");
            case NO_CREDITS -> Reply.refused(ProblemCode.NO_CREDITS, "The client has no credit left.");
            case CLIENT_PAUSED ->
                Reply.refused(
                        Problem.blocked("The client has paused everything.", BreakerScope.CLIENT_PAUSE.wire(), null));
            case CAMPAIGN_INACTIVE -> notEligible(refusal, "There is no such campaign that could take leads now.");
            case ICP_NOT_CONFIGURED -> notEligible(refusal, "Confirm whom the client wants to reach first.");
            case INVALID_COUNT ->
                Reply.invalid(List.of(FieldError.of("/count", "out_of_range", "This many cannot be assigned.")));
            case LEAD_UNAVAILABLE,
                    GLOBALLY_BLOCKED,
                    CLIENT_SUPPRESSED,
                    EMAIL_QUALITY,
                    ICP_MISMATCH,
                    SCORE_DEAD,
                    NO_REACHABLE_CHANNEL ->
                throw new IllegalStateException(refusal + " concerns one lead, not a request");
        };
    }

    private static <R> Reply<R> notEligible(AssignmentRefusal refusal, String detail) {
        return Reply.refused(Problem.of(ProblemCode.NOT_ELIGIBLE, detail).with("reason", refusal.wire()));
    }

    private static <R> Reply<R> role(Call<?> call) {
        return Reply.refused(
                Problem.roleRequired(Role.MEMBER.wire(), call.scope().role().wire()));
    }

    private static <R> Reply<R> reused() {
        return Reply.refused(ProblemCode.IDEMPOTENCY_KEY_REUSED, "This key was used for another order.");
    }
}
