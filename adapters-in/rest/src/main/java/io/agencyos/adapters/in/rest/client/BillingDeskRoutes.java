package io.agencyos.adapters.in.rest.client;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.FieldError;
import io.agencyos.adapters.in.http.route.None;
import io.agencyos.adapters.in.http.route.Problem;
import io.agencyos.adapters.in.http.route.ProblemCode;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.adapters.in.http.route.Text;
import io.agencyos.application.client.billing.AdjustCredits;
import io.agencyos.application.client.billing.BillingUseCases;
import io.agencyos.application.client.billing.ChangeSubscription;
import io.agencyos.domain.client.billing.CreditAccount;
import io.agencyos.domain.client.billing.SubscriptionStatus;
import io.agencyos.domain.shared.id.ClientId;
import java.util.ArrayList;
import java.util.List;

/** What staff of the platform do to a client's credits and subscription; every change is audited. Source: api 9.17. */
public final class BillingDeskRoutes implements RouteGroup {

    private static final String TAG = "Platform";
    private static final String CLIENT = "/api/v1/admin/clients/{id}";

    /**
     * A correction of the balance.
     *
     * @param delta credits that are added; negative ones are taken away
     * @param reason why, for the audit log: 10 to 500 characters
     */
    public record Correction(
            int delta, @Text(min = 10, max = 500) String reason) {}

    private final BillingUseCases billing;

    public BillingDeskRoutes(BillingUseCases billing) {
        this.billing = billing;
    }

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(
                Route.post(CLIENT + "/quota-adjustments", "Corrects a client's credits")
                        .tag(TAG)
                        .platformAdmin()
                        .idempotent()
                        .body(Correction.class, new Correction(50, "Two days of an outage of ours"))
                        .answers(SubscriptionViews.Left.class, SubscriptionViews.LEFT)
                        .problems(ProblemCode.NO_CREDITS)
                        .handledBy(this::adjust),
                Route.post(CLIENT + "/subscription/pause", "Pauses a client's subscription")
                        .tag(TAG)
                        .platformAdmin()
                        .idempotent()
                        .answers(SubscriptionViews.Booked.class, SubscriptionViews.BOOKED)
                        .problems(ProblemCode.INVALID_TRANSITION)
                        .handledBy(call -> change(call, ChangeSubscription.Order.PAUSE)),
                Route.post(CLIENT + "/subscription/cancel", "Cancels a client's subscription")
                        .tag(TAG)
                        .platformAdmin()
                        .idempotent()
                        .answers(SubscriptionViews.Booked.class, SubscriptionViews.BOOKED)
                        .problems(ProblemCode.INVALID_TRANSITION)
                        .handledBy(call -> change(call, ChangeSubscription.Order.CANCEL)));
    }

    private Reply<SubscriptionViews.Left> adjust(Call<Correction> call) {
        AdjustCredits.Correction correction = new AdjustCredits.Correction(
                call.id("id", ClientId::new), call.body().delta(), call.body().reason());
        return switch (billing.adjustCredits().adjust(call.principal().userId(), correction, call.origin())) {
            case AdjustCredits.Outcome.Adjusted(CreditAccount account) -> Reply.ok(SubscriptionViews.Left.of(account));
            case AdjustCredits.Outcome.TooMuch(int available) ->
                Reply.refused(Problem.of(ProblemCode.NO_CREDITS, "No more can be taken than there is.")
                        .with("required", -(long) correction.delta())
                        .with("available", available));
            case AdjustCredits.Outcome.Invalid(boolean delta, boolean reason) -> invalid(delta, reason);
            case AdjustCredits.Outcome.NotFound missing -> Reply.notFound();
        };
    }

    private static Reply<SubscriptionViews.Left> invalid(boolean delta, boolean reason) {
        List<FieldError> errors = new ArrayList<>();
        if (delta) {
            errors.add(FieldError.of("/delta", "out_of_range", "A correction of nothing is none."));
        }
        if (reason) {
            errors.add(FieldError.of("/reason", "out_of_range", "Say in 10 to 500 characters why."));
        }
        return Reply.invalid(errors);
    }

    private Reply<SubscriptionViews.Booked> change(Call<None> call, ChangeSubscription.Order order) {
        ClientId client = call.id("id", ClientId::new);
        return switch (billing.changeSubscription().change(call.principal().userId(), client, order, call.origin())) {
            case ChangeSubscription.Outcome.Done(var subscription) ->
                Reply.ok(SubscriptionViews.Booked.of(subscription));
            case ChangeSubscription.Outcome.Over(SubscriptionStatus from) ->
                Reply.refused(Problem.of(ProblemCode.INVALID_TRANSITION, "A cancelled subscription is over.")
                        .with("from", from.wire())
                        .with("to", SubscriptionStatus.PAUSED.wire())
                        .with("allowed", List.of()));
            case ChangeSubscription.Outcome.NotFound missing -> Reply.notFound();
        };
    }
}
