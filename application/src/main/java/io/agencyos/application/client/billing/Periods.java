package io.agencyos.application.client.billing;

import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.domain.client.Plan;
import io.agencyos.domain.client.Subscription;
import io.agencyos.domain.client.billing.BillingPeriod;
import io.agencyos.domain.client.billing.CreditAccount;
import io.agencyos.domain.client.billing.CreditReset;
import io.agencyos.domain.platform.DomainEvent;
import io.agencyos.domain.platform.EventName;
import java.util.Map;

/** Begins a period inside the unit of work that is open (worker scope); the caller holds client and ledger. */
final class Periods {

    private final BillingPorts ports;
    private final ClockPort clock;
    private final IdSource ids;

    Periods(BillingPorts ports, ClockPort clock, IdSource ids) {
        this.ports = ports;
        this.clock = clock;
        this.ids = ids;
    }

    /** Whether the period of today has not been granted yet. */
    boolean isDue(Subscription subscription, CreditAccount account) {
        return current(subscription).start().isAfter(account.period());
    }

    BillingPeriod current(Subscription subscription) {
        return subscription.anchor().containing(BillingPeriod.dayOf(clock.now()));
    }

    /** Grants the period of today, which is due. */
    ResetCredits.Outcome.Reset begin(Subscription subscription, CreditAccount account) {
        BillingPeriod period = current(subscription);
        Plan plan = subscription.nextPlan();
        int quota = plan.terms().leadsPerMonth();
        ports.credits()
                .beginPeriod(account.clientId(), period, CreditReset.of(account.balance(), account.quota(), quota));
        ports.clients().updateSubscription(subscription.in(period));
        int paused = plan == subscription.plan()
                ? 0
                : ports.surplus().pause(account.clientId(), plan.terms().campaigns());
        ports.events()
                .append(new DomainEvent(
                        ids.next(),
                        account.clientId(),
                        EventName.CREDIT_RESET,
                        account.clientId().value(),
                        clock.now(),
                        Map.of(
                                "quota", Integer.toString(quota),
                                "expired", Integer.toString(account.balance()),
                                "plan", plan.wire(),
                                "period_start", period.start().toString(),
                                "period_end", period.end().toString())));
        return new ResetCredits.Outcome.Reset(period, quota, account.balance(), paused);
    }
}
