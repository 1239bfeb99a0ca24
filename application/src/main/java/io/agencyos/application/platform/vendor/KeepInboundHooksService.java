package io.agencyos.application.platform.vendor;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry.Change;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.VendorFailure;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Has the vendor take new hooks first and ends the old ones afterwards, so that no delivery is ever refused between. */
final class KeepInboundHooksService implements KeepInboundHooks {

    private final VendorDesk desk;

    KeepInboundHooksService(VendorDesk desk) {
        this.desk = desk;
    }

    @Override
    public Listed list(TenantScope scope) {
        if (!VendorDesk.mayConnect(scope)) {
            return new Listed.RoleRequired(Role.ADMIN);
        }
        Instant now = desk.now();
        return new Listed.Hooks(desk.inUnit(scope, () -> desk.ports().hooks().ofClient(scope.clientId())).stream()
                .map(hook -> InboundHookView.of(
                        hook,
                        desk.addresses().address(hook.vendor(), hook.hookId()).orElse(null),
                        now))
                .toList());
    }

    @Override
    public Rotated rotate(TenantScope scope, String hookId, Origin origin) {
        if (!VendorDesk.mayConnect(scope)) {
            return new Rotated.RoleRequired(Role.ADMIN);
        }
        Optional<VendorConnector> connector = standing(scope, hookId)
                .flatMap(hook -> Optional.ofNullable(desk.connectors().get(hook.vendor())));
        return connector.isEmpty()
                ? new Rotated.NotFound()
                : desk.alone(scope, connector.get().vendor(), () -> alone(scope, connector.get(), hookId, origin));
    }

    private Optional<VendorHook> standing(TenantScope scope, String hookId) {
        return desk.inUnit(scope, () -> desk.ports().hooks().ofClient(scope.clientId())).stream()
                .filter(hook -> hook.hookId().equals(hookId) && hook.isBelieved(desk.now()))
                .findFirst();
    }

    /** Somebody else may have disconnected or replaced it while this one stood in line. */
    private Rotated alone(TenantScope scope, VendorConnector connector, String hookId, Origin origin) {
        Optional<VendorHook> hook = standing(scope, hookId);
        Optional<VendorAccount> account =
                desk.inUnit(scope, () -> desk.ports().accounts().find(scope.clientId(), connector.vendor()));
        if (hook.isEmpty() || account.isEmpty()) {
            return new Rotated.NotFound();
        }
        Instant ends = hook.get().endsAt();
        if (ends != null) {
            return new Rotated.EndsAlready(ends);
        }
        return desk.addresses().possible()
                ? registered(scope, connector, account.get(), origin)
                : new Rotated.NoPublicAddress();
    }

    private Rotated registered(TenantScope scope, VendorConnector connector, VendorAccount account, Origin origin) {
        return switch (desk.registerHooks(connector, account)) {
            case Result.Ok<List<VendorConnector.MadeHook>, VendorFailure>(var made) ->
                desk.inUnit(scope, () -> replaced(scope, account, made, origin));
            case Result.Err<List<VendorConnector.MadeHook>, VendorFailure>(VendorFailure failure) -> {
                desk.inUnit(scope, () -> desk.unheard(account, failure));
                yield new Rotated.Refused(failure);
            }
        };
    }

    private Rotated replaced(
            TenantScope scope, VendorAccount account, List<VendorConnector.MadeHook> made, Origin origin) {
        Instant now = desk.now();
        Instant until = now.plus(OVERLAP);
        VendorHooks hooks = desk.ports().hooks();
        hooks.end(account.clientId(), account.vendor(), until);
        made.forEach(hook ->
                hooks.add(VendorHook.made(hook.hookId(), account.vendor(), account.clientId(), hook.secret(), now)));
        desk.audit(
                scope,
                AuditAction.UPDATE,
                account.vendor(),
                Map.of(
                        "secret_hooks", new Change("***", "***"),
                        "old_hooks_until", new Change(null, until.toString())),
                origin);
        return new Rotated.Done(
                account.vendor(),
                made.stream().map(hook -> shown(account, hook)).toList(),
                until);
    }

    private NewHook shown(VendorAccount account, VendorConnector.MadeHook hook) {
        SecretText secret = hook.secret();
        boolean address = secret.reveal().equals(hook.hookId());
        boolean key = account.credentials().containsValue(secret);
        return new NewHook(
                hook.hookId(),
                hook.type(),
                desk.addresses().address(account.vendor(), hook.hookId()).orElseThrow(),
                address || key ? null : secret);
    }
}
