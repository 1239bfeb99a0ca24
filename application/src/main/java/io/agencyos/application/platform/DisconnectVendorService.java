package io.agencyos.application.platform;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.client.Role;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry.Change;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Forgets first and asks the vendor afterwards, so that a vendor that is down keeps nobody from leaving it. */
final class DisconnectVendorService implements DisconnectVendor {

    private final VendorDesk desk;

    DisconnectVendorService(VendorDesk desk) {
        this.desk = desk;
    }

    @Override
    public Outcome disconnect(TenantScope scope, String vendor, Origin origin) {
        if (!VendorDesk.mayConnect(scope)) {
            return new Outcome.RoleRequired(Role.ADMIN);
        }
        VendorConnector connector = desk.connectors().get(vendor);
        if (connector == null) {
            return new Outcome.UnknownVendor(List.copyOf(desk.connectors().keySet()));
        }
        return desk.alone(scope, vendor, () -> disconnected(scope, connector, origin));
    }

    private Outcome disconnected(TenantScope scope, VendorConnector connector, Origin origin) {
        Optional<VendorAccount> account = desk.inUnit(scope, () -> forgotten(scope, connector.vendor(), origin));
        if (account.isEmpty()) {
            return new Outcome.NotConnected();
        }
        return switch (connector.removeHooks(account.get())) {
            case Result.Ok<Integer, VendorFailure> removed -> new Outcome.Disconnected(null);
            case Result.Err<Integer, VendorFailure>(VendorFailure failure) -> new Outcome.Disconnected(failure);
        };
    }

    private Optional<VendorAccount> forgotten(TenantScope scope, String vendor, Origin origin) {
        Optional<VendorAccount> account = desk.ports().accounts().find(scope.clientId(), vendor);
        account.ifPresent(known -> {
            desk.ports().accounts().remove(scope.clientId(), vendor);
            desk.ports().hooks().deactivate(scope.clientId(), vendor);
            desk.audit(
                    scope,
                    AuditAction.DELETE,
                    vendor,
                    Map.of("account_ref", new Change(known.accountRef(), null)),
                    origin);
        });
        return account;
    }
}
