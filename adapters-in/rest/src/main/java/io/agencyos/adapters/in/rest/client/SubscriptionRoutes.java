package io.agencyos.adapters.in.rest.client;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.FieldErrors;
import io.agencyos.adapters.in.http.route.None;
import io.agencyos.adapters.in.http.route.Page;
import io.agencyos.adapters.in.http.route.Paging;
import io.agencyos.adapters.in.http.route.Paging.Position;
import io.agencyos.adapters.in.http.route.Param;
import io.agencyos.adapters.in.http.route.Problem;
import io.agencyos.adapters.in.http.route.ProblemCode;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.adapters.in.http.route.Sorting;
import io.agencyos.adapters.in.http.route.Text;
import io.agencyos.application.client.Credits;
import io.agencyos.application.client.billing.BillingUseCases;
import io.agencyos.application.client.billing.ChangePlan;
import io.agencyos.application.client.billing.ListCredits;
import io.agencyos.application.client.billing.ShowSubscription;
import io.agencyos.domain.client.billing.CreditAccount;
import io.agencyos.domain.client.billing.CreditEntry;
import io.agencyos.domain.client.billing.Plan;
import io.agencyos.domain.client.billing.SubscriptionStatus;
import io.agencyos.domain.client.identity.Role;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a client has booked, what is left of it, and another plan. Source: api 9.2, scoring PLAN-4 to PLAN-6. */
public final class SubscriptionRoutes implements RouteGroup {

    private static final String TAG = "Billing";

    /**
     * A plan by its name, in any case.
     *
     * @param plan the plan that is wanted: ignition, velocity or dominance, in any case
     */
    public record ChosenPlan(@Text(max = 40) String plan) {}

    private final BillingUseCases billing;

    public SubscriptionRoutes(BillingUseCases billing) {
        this.billing = billing;
    }

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(
                Route.get(Route.C + "/subscription", "What the client has booked")
                        .tag(TAG)
                        .role(Role.OWNER)
                        .noKey()
                        .answers(SubscriptionViews.Booked.class, SubscriptionViews.BOOKED)
                        .handledBy(this::show),
                Route.post(Route.C + "/subscription/plan-changes", "Changes the plan, or tells what that would do")
                        .tag(TAG)
                        .role(Role.OWNER)
                        .idempotent()
                        .params(Param.flag(Route.DRY_RUN, "Tells what would happen and changes nothing."))
                        .body(ChosenPlan.class, new ChosenPlan("velocity"))
                        .answers(SubscriptionViews.Changed.class, SubscriptionViews.CHANGED)
                        .problems(ProblemCode.SUBSCRIPTION_INACTIVE, ProblemCode.NOT_ELIGIBLE)
                        .handledBy(this::change),
                Route.get(Route.C + "/credits", "What is left of the period's credits")
                        .tag(TAG)
                        .role(Role.ADMIN)
                        .answers(SubscriptionViews.Left.class, SubscriptionViews.LEFT)
                        .handledBy(this::left),
                Route.get(Route.C + "/credits/entries", "How the balance came about")
                        .tag(TAG)
                        .role(Role.ADMIN)
                        .lists(SubscriptionViews.Entry.class, Sorting.of("-created_at"), SubscriptionViews.ENTRY)
                        .handledBy(this::entries));
    }

    private Reply<SubscriptionViews.Booked> show(Call<None> call) {
        return switch (billing.showSubscription().of(call.scope())) {
            case ShowSubscription.Outcome.Shown(var subscription) ->
                Reply.ok(SubscriptionViews.Booked.of(subscription));
            case ShowSubscription.Outcome.NotFound missing -> Reply.notFound();
            case ShowSubscription.Outcome.RoleRequired(Role role) -> required(call, role);
        };
    }

    private Reply<SubscriptionViews.Changed> change(Call<ChosenPlan> call) {
        FieldErrors errors = new FieldErrors();
        Optional<Plan> plan = errors.read("/plan", Plan.parse(call.body().plan()));
        if (plan.isEmpty()) {
            return Reply.invalid(errors);
        }
        boolean dryRun = call.query().flag(Route.DRY_RUN);
        return switch (billing.changePlan().change(call.scope(), plan.get(), dryRun, call.origin())) {
            case ChangePlan.Outcome.Done(var change) -> Reply.ok(SubscriptionViews.Changed.of(change, !dryRun));
            case ChangePlan.Outcome.NotPaid(SubscriptionStatus status) ->
                Reply.refused(Problem.of(
                                ProblemCode.SUBSCRIPTION_INACTIVE,
                                "Only a paid subscription changes its plan; a trial chooses one at its checkout.")
                        .with("subscription_status", status.wire()));
            case ChangePlan.Outcome.Twin twin ->
                Reply.refused(ProblemCode.NOT_ELIGIBLE, "A test client has the plan of its live one.");
            case ChangePlan.Outcome.NotFound missing -> Reply.notFound();
            case ChangePlan.Outcome.RoleRequired(Role role) -> required(call, role);
        };
    }

    private Reply<SubscriptionViews.Left> left(Call<None> call) {
        return switch (billing.listCredits().list(call.scope(), null, 1)) {
            case ListCredits.Outcome.Listed(CreditAccount account, var entries) ->
                Reply.ok(SubscriptionViews.Left.of(account));
            case ListCredits.Outcome.NotFound missing -> Reply.notFound();
            case ListCredits.Outcome.RoleRequired(Role role) -> required(call, role);
        };
    }

    private Reply<Page<SubscriptionViews.Entry>> entries(Call<None> call) {
        Paging paging = call.paging();
        Credits.After after = paging.after()
                .map(position -> new Credits.After(Instant.parse(position.keys().getFirst()), position.id()))
                .orElse(null);
        return switch (billing.listCredits().list(call.scope(), after, paging.limit() + 1)) {
            case ListCredits.Outcome.Listed(var account, List<CreditEntry> entries) ->
                Reply.ok(Page.of(
                        entries,
                        paging,
                        SubscriptionViews.Entry::of,
                        entry -> new Position(List.of(entry.at().toString()), entry.id())));
            case ListCredits.Outcome.NotFound missing -> Reply.notFound();
            case ListCredits.Outcome.RoleRequired(Role role) -> required(call, role);
        };
    }

    private static <R> Reply<R> required(Call<?> call, Role role) {
        return Reply.refused(
                Problem.roleRequired(role.wire(), call.scope().role().wire()));
    }
}
