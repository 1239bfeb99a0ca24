package io.agencyos.application.client.billing;

import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.domain.client.billing.BillingPeriod;
import io.agencyos.domain.client.billing.CreditAccount;
import io.agencyos.domain.client.billing.CreditGrace;
import io.agencyos.domain.client.billing.CreditReset;
import io.agencyos.domain.client.billing.Plan;
import io.agencyos.domain.client.billing.Subscription;
import io.agencyos.domain.platform.DomainEvent;
import io.agencyos.domain.platform.EventName;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Begins a period inside the unit of work that is open (worker scope); the caller holds client and ledger. */
final class Periods {

    private final BillingPorts ports;
    private final Bookings bookings;
    private final ClockPort clock;
    private final IdSource ids;

    Periods(BillingPorts ports, Bookings bookings, ClockPort clock, IdSource ids) {
        this.ports = ports;
        this.bookings = bookings;
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
        CreditReset reset =
                CreditReset.of(account.balance(), account.quota(), quota, graceUntil(account, period.start()));
        int expired = account.balance() - reset.carried();
        ports.credits().beginPeriod(account.clientId(), period, reset);
        bookings.write(subscription, subscription.in(period));
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
                                "expired", Integer.toString(expired),
                                "carried", Integer.toString(reset.carried()),
                                "plan", plan.wire(),
                                "period_start", period.start().toString(),
                                "period_end", period.end().toString())));
        return new ResetCredits.Outcome.Reset(period, quota, expired, paused);
    }

    /** Null for a client that was not held up by us while the period ran. Source: scoring B11. */
    private @Nullable Instant graceUntil(CreditAccount account, LocalDate next) {
        int heldUp = ports.heldUp().count(account.clientId(), account.period(), next);
        return heldUp < CreditGrace.HELD_UP_DAYS ? null : clock.now().plus(CreditGrace.LASTS);
    }
}
