package io.agencyos.application.platform.vendor;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.client.identity.Role;

/** Reads as the worker, who alone sees keys; what leaves shows none. */
final class ListVendorAccountsService implements ListVendorAccounts {

    private final VendorDesk desk;

    ListVendorAccountsService(VendorDesk desk) {
        this.desk = desk;
    }

    @Override
    public Outcome list(TenantScope scope) {
        if (!VendorDesk.mayConnect(scope)) {
            return new Outcome.RoleRequired(Role.ADMIN);
        }
        return desk.inUnit(
                scope,
                () -> new Outcome.Listed(desk.connectors(scope.clientId()).values().stream()
                        .map(connector -> desk.view(scope, connector))
                        .toList()));
    }
}
