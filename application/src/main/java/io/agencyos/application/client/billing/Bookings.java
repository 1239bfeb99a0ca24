package io.agencyos.application.client.billing;

import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.domain.client.billing.RevenueEntry;
import io.agencyos.domain.client.billing.Subscription;
import io.agencyos.domain.shared.Money;

/** Every change of a subscription goes through here, so that none is missing in the ledger; inside the caller's unit. */
final class Bookings {

    private final BillingPorts ports;
    private final ClockPort clock;
    private final IdSource ids;

    Bookings(BillingPorts ports, ClockPort clock, IdSource ids) {
        this.ports = ports;
        this.clock = clock;
        this.ids = ids;
    }

    void write(Subscription before, Subscription after) {
        if (!after.equals(before)) {
            ports.clients().updateSubscription(after);
            RevenueEntry.of(ids.next(), before, after, clock.now()).ifPresent(ports.revenue()::append);
        }
    }

    /** @return false where the vendor has told it before */
    boolean invoice(Subscription subscription, boolean paid, Money amount, String reference) {
        return ports.revenue()
                .append(RevenueEntry.invoice(ids.next(), subscription, paid, amount, reference, clock.now()));
    }
}
