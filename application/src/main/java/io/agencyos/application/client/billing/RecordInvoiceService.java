package io.agencyos.application.client.billing;

import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.client.billing.BillingPeriod;
import io.agencyos.domain.client.billing.CreditAccount;
import io.agencyos.domain.client.billing.Subscription;
import io.agencyos.domain.client.billing.SubscriptionStatus;
import io.agencyos.domain.shared.id.ClientId;
import java.util.Optional;

/**
 * An invoice of a period to come makes the subscription active now and leaves the reset to its hour. One that is told again
 * changes nothing, so that an old payment does not excuse a newer debt.
 */
final class RecordInvoiceService implements RecordInvoice {

    private final BillingPorts ports;
    private final Periods periods;
    private final Bookings bookings;
    private final UnitOfWork units;
    private final ClockPort clock;

    RecordInvoiceService(BillingPorts ports, Periods periods, Bookings bookings, UnitOfWork units, ClockPort clock) {
        this.ports = ports;
        this.periods = periods;
        this.bookings = bookings;
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
            case Invoice.Paid paid -> paid(subscription.get(), account.get(), paid);
            case Invoice.Failed failed -> failed(subscription.get(), failed);
        };
    }

    /** A pause is a person's word and outlives the payment. */
    private Outcome paid(Subscription subscription, CreditAccount account, Invoice.Paid invoice) {
        if (!bookings.invoice(subscription, true, invoice.amount(), invoice.reference())) {
            return new Outcome.Noted();
        }
        Subscription current = subscription.status() == SubscriptionStatus.PAUSED
                ? subscription
                : subscription.as(SubscriptionStatus.ACTIVE);
        bookings.write(subscription, current);
        boolean begins = current.status() == SubscriptionStatus.ACTIVE
                && !invoice.periodStart().isAfter(BillingPeriod.dayOf(clock.now()))
                && periods.isDue(current, account);
        return begins ? new Outcome.Recorded(periods.begin(current, account)) : new Outcome.Noted();
    }

    private Outcome failed(Subscription subscription, Invoice.Failed invoice) {
        if (bookings.invoice(subscription, false, invoice.amount(), invoice.reference())) {
            bookings.write(
                    subscription,
                    subscription.status().isRunning() ? subscription.as(SubscriptionStatus.PAST_DUE) : subscription);
        }
        return new Outcome.Noted();
    }
}
