package io.agencyos.application.platform.vendor;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The vendor is asked outside any unit of work. */
final class TestVendorAccountService implements TestVendorAccount {

    private final VendorDesk desk;

    TestVendorAccountService(VendorDesk desk) {
        this.desk = desk;
    }

    @Override
    public Outcome test(TenantScope scope, String vendor, Origin origin) {
        if (!VendorDesk.mayConnect(scope)) {
            return new Outcome.RoleRequired(Role.ADMIN);
        }
        VendorConnector connector = desk.connectors(scope.clientId()).get(vendor);
        if (connector == null) {
            return new Outcome.UnknownVendor(
                    List.copyOf(desk.connectors(scope.clientId()).keySet()));
        }
        Optional<VendorAccount> account = account(scope, vendor, origin);
        if (account.isEmpty()) {
            return new Outcome.NotConnected();
        }
        Result<String, VendorFailure> answer = connector.test(account.get());
        return desk.inUnit(scope, () -> noted(scope, connector, answer));
    }

    @Override
    public List<String> examine(TenantScope scope, String vendor, Origin origin) {
        VendorConnector connector = desk.connectors(scope.clientId()).get(vendor);
        return connector == null || !VendorDesk.mayConnect(scope)
                ? List.of()
                : account(scope, vendor, origin).map(connector::examine).orElseGet(List::of);
    }

    private Optional<VendorAccount> account(TenantScope scope, String vendor, Origin origin) {
        return desk.inUnit(scope, () -> {
            Optional<VendorAccount> stored = desk.ports().accounts().find(scope.clientId(), vendor);
            stored.ifPresent(used -> desk.audit(scope, AuditAction.SECRET_USED, vendor, Map.of(), origin));
            return stored;
        });
    }

    private Outcome noted(TenantScope scope, VendorConnector connector, Result<String, VendorFailure> answer) {
        VendorAccounts accounts = desk.ports().accounts();
        String vendor = connector.vendor();
        Optional<VendorAccountState> before = accounts.state(scope.clientId(), vendor);
        if (before.isEmpty()) {
            return new Outcome.NotConnected();
        }
        return switch (answer) {
            case Result.Ok<String, VendorFailure> works -> {
                accounts.tell(scope.clientId(), vendor, before.get().worksAt(desk.now()));
                yield new Outcome.Works(desk.view(scope, connector));
            }
            case Result.Err<String, VendorFailure>(VendorFailure failure) -> {
                accounts.tell(scope.clientId(), vendor, before.get().failed(VendorDesk.told(failure), desk.now()));
                yield new Outcome.Rejected(failure);
            }
        };
    }
}
