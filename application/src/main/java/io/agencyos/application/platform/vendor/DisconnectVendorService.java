package io.agencyos.application.platform.vendor;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry.Change;
import io.agencyos.domain.platform.AuditEntry.Origin;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Forgets first and asks the vendor afterwards, so that a vendor that is down keeps nobody from leaving it; what it did not do
 * is owed and asked for again.
 */
final class DisconnectVendorService implements DisconnectVendor {

    private final VendorDesk desk;
    private final OwedHooks owed;

    DisconnectVendorService(VendorDesk desk, OwedHooks owed) {
        this.desk = desk;
        this.owed = owed;
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
        return account.<Outcome>map(left ->
                        new Outcome.Disconnected(owed.ask(scope, new HookRemovals.Owed(left, 0, desk.now()))
                                .orElse(null)))
                .orElseGet(Outcome.NotConnected::new);
    }

    private Optional<VendorAccount> forgotten(TenantScope scope, String vendor, Origin origin) {
        Optional<VendorAccount> account = desk.ports().accounts().find(scope.clientId(), vendor);
        account.ifPresent(known -> {
            owed.owe(known);
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
