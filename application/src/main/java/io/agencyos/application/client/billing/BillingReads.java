package io.agencyos.application.client.billing;

import io.agencyos.application.client.Credits;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.client.identity.Role;
import org.jspecify.annotations.Nullable;

/** What a client's people read of their subscription. */
final class BillingReads implements ShowSubscription, ListCredits {

    private final BillingPorts ports;
    private final UnitOfWork units;

    BillingReads(BillingPorts ports, UnitOfWork units) {
        this.ports = ports;
        this.units = units;
    }

    @Override
    public ShowSubscription.Outcome of(TenantScope scope) {
        if (!scope.role().permits(Role.OWNER)) {
            return new ShowSubscription.Outcome.RoleRequired(Role.OWNER);
        }
        return units.inTenant(
                scope,
                () -> ports.clients()
                        .subscription(scope.clientId())
                        .<ShowSubscription.Outcome>map(ShowSubscription.Outcome.Shown::new)
                        .orElseGet(ShowSubscription.Outcome.NotFound::new));
    }

    @Override
    public ListCredits.Outcome list(TenantScope scope, Credits.@Nullable After after, int limit) {
        if (!scope.role().permits(Role.ADMIN)) {
            return new ListCredits.Outcome.RoleRequired(Role.ADMIN);
        }
        return units.inTenant(
                scope,
                () -> ports.credits()
                        .account(scope.clientId())
                        .<ListCredits.Outcome>map(account -> new ListCredits.Outcome.Listed(
                                account, ports.credits().entries(scope.clientId(), after, limit)))
                        .orElseGet(ListCredits.Outcome.NotFound::new));
    }
}
