package io.agencyos.application.platform.vendor;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry.Change;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.VendorFailure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Test, store, register, each outside the others' units of work. A vendor that does not take our hooks does not undo
 * the connection: polling finds everything, only later.
 */
final class ConnectVendorService implements ConnectVendor {

    private final VendorDesk desk;
    private final OwedHooks owed;

    ConnectVendorService(VendorDesk desk, OwedHooks owed) {
        this.desk = desk;
        this.owed = owed;
    }

    @Override
    public Outcome connect(TenantScope scope, Request request, Origin origin) {
        if (!VendorDesk.mayConnect(scope)) {
            return new Outcome.RoleRequired(Role.ADMIN);
        }
        VendorConnector connector = desk.connectors(scope.clientId()).get(request.vendor());
        if (connector == null) {
            return new Outcome.UnknownVendor(
                    List.copyOf(desk.connectors(scope.clientId()).keySet()));
        }
        VendorForm form = new VendorForm(connector, request);
        List<FieldProblem> problems = form.problems();
        if (!problems.isEmpty()) {
            return new Outcome.Invalid(problems);
        }
        VendorAccount account = form.account(scope.clientId());
        return desk.alone(scope, connector.vendor(), () -> tested(scope, connector, account, origin));
    }

    private Outcome tested(TenantScope scope, VendorConnector connector, VendorAccount account, Origin origin) {
        return switch (connector.test(account)) {
            case Result.Err<String, VendorFailure>(VendorFailure failure) -> new Outcome.Rejected(failure);
            case Result.Ok<String, VendorFailure>(String label) ->
                connected(scope, connector, account.labelled(label), origin);
        };
    }

    private Outcome connected(TenantScope scope, VendorConnector connector, VendorAccount account, Origin origin) {
        Optional<VendorAccount> before = desk.inUnit(scope, () -> stored(scope, account, origin));
        // before the new hooks are made, so that they stand even where both accounts are one at the vendor
        before.filter(left -> !OwedHooks.isSame(left, account))
                .ifPresent(left -> owed.ask(scope, new HookRemovals.Owed(left, 0, desk.now())));
        Hearing hearing = registered(scope, connector, account);
        return desk.inUnit(
                scope, () -> new Outcome.Connected(desk.view(scope, connector), hearing, before.isPresent()));
    }

    /** Answers the account that was connected until now; if it is another one, its hooks are not ours to hear any more. */
    private Optional<VendorAccount> stored(TenantScope scope, VendorAccount account, Origin origin) {
        VendorAccounts accounts = desk.ports().accounts();
        Optional<VendorAccount> before = accounts.find(account.clientId(), account.vendor());
        accounts.save(account);
        before.filter(left -> !OwedHooks.isSame(left, account)).ifPresent(left -> {
            owed.owe(left);
            desk.ports().hooks().deactivate(left.clientId(), left.vendor());
        });
        owed.forgive(account);
        accounts.tell(account.clientId(), account.vendor(), VendorAccountState.connected(desk.now()));
        desk.audit(
                scope,
                before.isPresent() ? AuditAction.UPDATE : AuditAction.CREATE,
                account.vendor(),
                changes(before, account),
                origin);
        return before;
    }

    /** The audit hides keys by the word in their field's name; that they were set is worth knowing. */
    private static Map<String, Change> changes(Optional<VendorAccount> before, VendorAccount after) {
        Map<String, Change> changes = new LinkedHashMap<>();
        changes.put(
                "account_ref", new Change(before.map(VendorAccount::accountRef).orElse(null), after.accountRef()));
        Map<String, String> old = before.map(VendorAccount::settings).orElse(Map.of());
        after.settings().forEach((name, value) -> changes.put("settings_" + name, new Change(old.get(name), value)));
        Map<String, SecretText> oldKeys = before.map(VendorAccount::credentials).orElse(Map.of());
        after.credentials()
                .keySet()
                .forEach(name ->
                        changes.put("secret_" + name, new Change(oldKeys.containsKey(name) ? "***" : null, "***")));
        return changes;
    }

    private Hearing registered(TenantScope scope, VendorConnector connector, VendorAccount account) {
        if (!desk.addresses().possible()) {
            return new Hearing.NoPublicAddress();
        }
        return switch (desk.registerHooks(connector, account)) {
            case Result.Ok<List<VendorConnector.MadeHook>, VendorFailure>(var hooks) ->
                desk.inUnit(scope, () -> replaced(account, hooks));
            case Result.Err<List<VendorConnector.MadeHook>, VendorFailure>(VendorFailure failure) ->
                desk.inUnit(scope, () -> desk.unheard(account, failure));
        };
    }

    private Hearing replaced(VendorAccount account, List<VendorConnector.MadeHook> made) {
        VendorHooks hooks = desk.ports().hooks();
        hooks.deactivate(account.clientId(), account.vendor());
        made.forEach(hook -> hooks.add(
                VendorHook.made(hook.hookId(), account.vendor(), account.clientId(), hook.secret(), desk.now())));
        return made.isEmpty() ? new Hearing.NothingToPush() : new Hearing.Pushed(made.size());
    }
}
