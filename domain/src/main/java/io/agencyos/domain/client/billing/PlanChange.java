package io.agencyos.domain.client.billing;

import io.agencyos.domain.shared.Money;
import java.time.LocalDate;

/** What choosing another plan would do. Source: scoring PLAN-6. */
public sealed interface PlanChange {

    /** It is the plan in force and nothing else was planned. */
    record None(Plan plan) implements PlanChange {}

    /** The plan in force stays, and what was planned for the next period is taken back. */
    record Stay(Plan plan) implements PlanChange {}

    /**
     * At once: the credits of the whole difference, for the whole difference in price.
     *
     * @param credits new quota less the old one, more than zero
     * @param due at the prices agreed
     */
    record Upgrade(Plan from, Plan to, int credits, Money due) implements PlanChange {}

    /**
     * At the next period's start; what is paid for stays until then.
     *
     * @param credits new quota less the old one, less than zero
     */
    record Downgrade(Plan from, Plan to, int credits, LocalDate at) implements PlanChange {}

    /** What this choice means for the subscription as it is. */
    static PlanChange of(Subscription subscription, Plan to) {
        Plan from = subscription.plan();
        int credits = to.terms().leadsPerMonth() - from.terms().leadsPerMonth();
        if (to == from) {
            return subscription.pendingPlan() == null ? new None(to) : new Stay(to);
        }
        return credits > 0
                ? new Upgrade(from, to, credits, subscription.priceOf(to).minus(subscription.price()))
                : new Downgrade(from, to, credits, subscription.periodEnd());
    }
}
