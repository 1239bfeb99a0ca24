package io.agencyos.application.client.billing;

import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.client.BillingPeriod;
import io.agencyos.domain.client.Subscription;
import io.agencyos.domain.client.SubscriptionStatus;
import io.agencyos.domain.client.billing.CreditAccount;
import io.agencyos.domain.shared.ClientId;
import java.time.LocalDate;
import java.util.Optional;

/** An invoice of a period to come makes the subscription active now and leaves the reset to its hour. */
final class RecordInvoiceService implements RecordInvoice {

    private final BillingPorts ports;
    private final Periods periods;
    private final UnitOfWork units;
    private final ClockPort clock;

    RecordInvoiceService(BillingPorts ports, Periods periods, UnitOfWork units, ClockPort clock) {
        this.ports = ports;
        this.periods = periods;
        this.units = units;
        this.clock = clock;
    }

    @Override
    public Outcome record(ClientId client, Invoice invoice) {
        return units.inTenant(TenantScope.worker(client), () -> inside(client, invoice));
    }

    private Outcome inside(ClientId client, Invoice invoice) {
        boolean gone = ports.clients().findForUpdate(client).isEmpty();
        ports.credits().lock(client);
        Optional<CreditAccount> account = ports.credits().account(client);
        Optional<Subscription> subscription =
                ports.clients().subscription(client).filter(booked -> booked.status() != SubscriptionStatus.CANCELLED);
        if (gone || account.isEmpty() || subscription.isEmpty()) {
            return new Outcome.NotFound();
        }
        return switch (invoice) {
            case Invoice.Paid(LocalDate start) -> paid(subscription.get(), account.get(), start);
            case Invoice.Failed() -> failed(subscription.get());
        };
    }

    /** A pause is a person's word and outlives the payment. */
    private Outcome paid(Subscription subscription, CreditAccount account, LocalDate start) {
        Subscription current = subscription.status() == SubscriptionStatus.PAUSED
                ? subscription
                : subscription.as(SubscriptionStatus.ACTIVE);
        boolean begins = current.status() == SubscriptionStatus.ACTIVE
                && !start.isAfter(BillingPeriod.dayOf(clock.now()))
                && periods.isDue(current, account);
        if (begins) {
            return new Outcome.Recorded(periods.begin(current, account));
        }
        write(subscription, current);
        return new Outcome.Noted();
    }

    private Outcome failed(Subscription subscription) {
        write(
                subscription,
                subscription.status().isRunning() ? subscription.as(SubscriptionStatus.PAST_DUE) : subscription);
        return new Outcome.Noted();
    }

    private void write(Subscription before, Subscription after) {
        if (!after.equals(before)) {
            ports.clients().updateSubscription(after);
        }
    }
}
