package io.agencyos.application.platform.vendor;

import io.agencyos.application.platform.vendor.VendorConnector.MadeHook;
import io.agencyos.application.platform.vendor.VendorConnector.StandingHook;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry.Change;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Asks and repairs in the account's turn, so that nobody connects it meanwhile. */
final class CheckHooksService implements CheckHooks {

    private final VendorDesk desk;

    CheckHooksService(VendorDesk desk) {
        this.desk = desk;
    }

    private static final class Found {
        private int looked;
        private final List<String> repaired = new ArrayList<>();
        private final List<String> failures = new ArrayList<>();
    }

    @Override
    public Round check(ClientId client) {
        Found found = new Found();
        if (desk.addresses().possible()) {
            TenantScope worker = TenantScope.worker(client);
            desk.connectors(client).values().forEach(connector -> {
                if (desk.inUnit(worker, () -> desk.ports().accounts().find(client, connector.vendor()))
                        .isPresent()) {
                    desk.alone(worker, connector.vendor(), () -> {
                        check(worker, connector, found);
                        return found;
                    });
                }
            });
        }
        return new Round(found.looked, found.repaired, found.failures);
    }

    private void check(TenantScope worker, VendorConnector connector, Found found) {
        Optional<VendorAccount> account =
                desk.inUnit(worker, () -> desk.ports().accounts().find(worker.clientId(), connector.vendor()));
        account.ifPresent(connected -> {
            switch (connector.standingHooks(connected)) {
                case Result.Err<Optional<Set<StandingHook>>, VendorFailure>(VendorFailure failure) ->
                    found.failures.add(failure.toString());
                case Result.Ok<Optional<Set<StandingHook>>, VendorFailure>(Optional<Set<StandingHook>> told) ->
                    told.ifPresent(standing -> {
                        found.looked++;
                        if (!isHeard(worker, connector.vendor(), standing)) {
                            repair(worker, connector, connected, found);
                        }
                    });
            }
        });
    }

    /** Whether every hook in use stands there with a secret that we believe, and there is one. */
    private boolean isHeard(TenantScope worker, String vendor, Set<StandingHook> standing) {
        List<VendorHook> ours = desk.inUnit(worker, () -> desk.ports().hooks().ofClient(worker.clientId(), vendor)).stream()
                .filter(VendorHook::isInUse)
                .toList();
        return !ours.isEmpty()
                && ours.stream().allMatch(hook -> standing.stream().anyMatch(there -> isOne(hook, vendor, there)));
    }

    private boolean isOne(VendorHook ours, String vendor, StandingHook there) {
        return desk.addresses().address(vendor, ours.hookId()).equals(Optional.of(there.address()))
                && there.secret().map(ours.secrets()::contains).orElse(true);
    }

    private void repair(TenantScope worker, VendorConnector connector, VendorAccount account, Found found) {
        switch (desk.registerHooks(connector, account)) {
            case Result.Ok<List<MadeHook>, VendorFailure>(List<MadeHook> made) -> {
                desk.inUnit(worker, () -> replaced(worker, account, made));
                found.repaired.add(connector.vendor());
            }
            case Result.Err<List<MadeHook>, VendorFailure>(VendorFailure failure) -> {
                desk.inUnit(worker, () -> desk.unheard(account, failure));
                found.failures.add(failure.toString());
            }
        }
    }

    /** Those that still come to the old ones are believed for a while. */
    private List<MadeHook> replaced(TenantScope worker, VendorAccount account, List<MadeHook> made) {
        VendorHooks hooks = desk.ports().hooks();
        Instant now = desk.now();
        hooks.end(account.clientId(), account.vendor(), now.plus(KeepInboundHooks.OVERLAP));
        made.forEach(hook ->
                hooks.add(VendorHook.made(hook.hookId(), account.vendor(), account.clientId(), hook.secret(), now)));
        desk.ports().accounts().tell(account.clientId(), account.vendor(), VendorAccountState.connected(now));
        desk.audit(
                worker,
                AuditAction.UPDATE,
                account.vendor(),
                Map.of("secret_hooks", new Change("***", "***")),
                Origin.NONE);
        return made;
    }
}
