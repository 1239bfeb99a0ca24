package io.agencyos.application.client.billing;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.billing.Subscription;
import io.agencyos.domain.client.billing.SubscriptionStatus;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.AuditEntry.Change;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.UserId;
import java.util.Map;
import java.util.Optional;

/** Every send and every assignment reads the status again, so that nothing begins after the commit. */
final class ChangeSubscriptionService implements ChangeSubscription {

    private final BillingPorts ports;
    private final BillingTrail trail;
    private final Bookings bookings;
    private final UnitOfWork units;

    ChangeSubscriptionService(BillingPorts ports, BillingTrail trail, Bookings bookings, UnitOfWork units) {
        this.ports = ports;
        this.trail = trail;
        this.bookings = bookings;
        this.units = units;
    }

    @Override
    public Outcome change(UserId staff, ClientId client, Order order, Origin origin) {
        TenantScope scope = new TenantScope(client, staff, Role.WORKER);
        return units.inTenant(scope, () -> inside(scope, order, origin));
    }

    private Outcome inside(TenantScope scope, Order order, Origin origin) {
        Optional<Client> client =
                ports.clients().findForUpdate(scope.clientId()).filter(found -> found.twinOf() == null);
        ports.credits().lock(scope.clientId());
        Optional<Subscription> booked = ports.clients().subscription(scope.clientId());
        if (client.isEmpty() || booked.isEmpty()) {
            return new Outcome.NotFound();
        }
        Subscription before = booked.get();
        SubscriptionStatus wanted = switch (order) {
            case PAUSE -> SubscriptionStatus.PAUSED;
            case CANCEL -> SubscriptionStatus.CANCELLED;
        };
        if (before.status() == wanted) {
            return new Outcome.Done(before);
        }
        if (before.status() == SubscriptionStatus.CANCELLED) {
            return new Outcome.Over(before.status());
        }
        Subscription after = before.as(wanted);
        bookings.write(before, after);
        trail.changed(
                scope.clientId(),
                scope.userId(),
                "subscription",
                Map.of(
                        "status",
                        new Change(before.status().wire(), after.status().wire())),
                Map.of(),
                origin);
        return new Outcome.Done(after);
    }
}
