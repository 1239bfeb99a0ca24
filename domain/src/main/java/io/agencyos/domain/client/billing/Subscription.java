package io.agencyos.domain.client.billing;

import io.agencyos.domain.shared.Money;
import io.agencyos.domain.shared.id.ClientId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a client has booked. Source: scoring PLAN-5 to PLAN-7, data model 5.2.
 *
 * @param anchorDay day of the month on which periods begin, 1 to 31
 * @param periodStart first day of the period in force, by the billing calendar
 * @param periodEnd first day of the next one
 * @param founding the founding price is in force
 * @param pendingPlan the smaller plan that takes over at {@code periodEnd}, or null
 */
public record Subscription(
        ClientId clientId,
        Plan plan,
        SubscriptionStatus status,
        int anchorDay,
        LocalDate periodStart,
        LocalDate periodEnd,
        boolean founding,
        @Nullable Plan pendingPlan) {

    /** The trial that a sign-up begins with (PLAN-5): the smallest plan, anchored on its first day. */
    public static Subscription trial(ClientId client, LocalDate today) {
        return begin(client, Plan.IGNITION, SubscriptionStatus.TRIALING, today, false);
    }

    /** A subscription that begins today. */
    public static Subscription begin(
            ClientId client, Plan plan, SubscriptionStatus status, LocalDate today, boolean founding) {
        BillingAnchor anchor = BillingAnchor.of(today);
        BillingPeriod first = anchor.containing(today);
        return new Subscription(client, plan, status, anchor.day(), first.start(), first.end(), founding, null);
    }

    public BillingAnchor anchor() {
        return new BillingAnchor(anchorDay);
    }

    /** The period in force. */
    public BillingPeriod period() {
        return new BillingPeriod(periodStart, periodEnd);
    }

    /** What a month costs at the price agreed. */
    public Money price() {
        return priceOf(plan);
    }

    /** What the client pays a month just now: nothing unless the subscription is active. */
    public Money monthly() {
        return status == SubscriptionStatus.ACTIVE ? price() : Money.ZERO;
    }

    /** What a month of another plan would cost this client. */
    public Money priceOf(Plan other) {
        return founding ? other.terms().foundingPrice() : other.terms().price();
    }

    /** The plan that the next period begins with. */
    public Plan nextPlan() {
        return pendingPlan == null ? plan : pendingPlan;
    }

    /** The same in this period, with the plan that was to take over. */
    public Subscription in(BillingPeriod period) {
        return new Subscription(clientId, nextPlan(), status, anchorDay, period.start(), period.end(), founding, null);
    }

    /** The same on this plan from now on; nothing else is planned any more. */
    public Subscription on(Plan chosen) {
        return new Subscription(clientId, chosen, status, anchorDay, periodStart, periodEnd, founding, null);
    }

    /** The same, with this plan from the next period. */
    public Subscription then(Plan smaller) {
        return new Subscription(clientId, plan, status, anchorDay, periodStart, periodEnd, founding, smaller);
    }

    /** The same in this state; whoever cancels loses the founding price and what was planned (PLAN-6, PLAN-7). */
    public Subscription as(SubscriptionStatus changed) {
        boolean over = changed == SubscriptionStatus.CANCELLED;
        return new Subscription(
                clientId,
                plan,
                changed,
                anchorDay,
                periodStart,
                periodEnd,
                founding && !over,
                over ? null : pendingPlan);
    }

    /** The same at the founding price, or at the normal one. */
    public Subscription founding(boolean agreed) {
        return new Subscription(clientId, plan, status, anchorDay, periodStart, periodEnd, agreed, pendingPlan);
    }
}
