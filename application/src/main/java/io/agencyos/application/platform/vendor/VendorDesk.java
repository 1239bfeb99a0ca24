package io.agencyos.application.platform.vendor;

import io.agencyos.application.platform.Actors;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry;
import io.agencyos.domain.platform.AuditEntry.Actor;
import io.agencyos.domain.platform.AuditEntry.Change;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What the use cases around vendors' accounts have in common: the connectors, the permission, the view, the audit. */
final class VendorDesk {

    private final VendorPorts ports;
    private final Map<String, VendorConnector> connectors;
    private final HookAddresses addresses;
    private final UnitOfWork units;
    private final ClockPort clock;
    private final IdSource ids;

    VendorDesk(
            VendorPorts ports,
            Collection<VendorConnector> connectors,
            HookAddresses addresses,
            UnitOfWork units,
            ClockPort clock,
            IdSource ids) {
        this.ports = ports;
        this.connectors = new TreeMap<>(
                connectors.stream().collect(Collectors.toMap(VendorConnector::vendor, Function.identity())));
        this.addresses = addresses;
        this.units = units;
        this.clock = clock;
        this.ids = ids;
    }

    Map<String, VendorConnector> connectors() {
        return connectors;
    }

    /** Those at which this client may have an account. */
    Map<String, VendorConnector> connectors(ClientId client) {
        Map<String, VendorConnector> its = new TreeMap<>(connectors);
        its.values().removeIf(connector -> !connector.serves(client));
        return its;
    }

    VendorPorts ports() {
        return ports;
    }

    HookAddresses addresses() {
        return addresses;
    }

    Instant now() {
        return clock.now();
    }

    /** The product itself, admins and owners. */
    static boolean mayConnect(TenantScope scope) {
        return scope.role() == Role.WORKER || scope.role().permits(Role.ADMIN);
    }

    /** Keys are seen by the worker only; the permission was checked before. */
    <T> T inUnit(TenantScope scope, Supplier<T> work) {
        return units.inTenant(scope.asWorker(), work);
    }

    <T> T onPlatform(Supplier<T> work) {
        return units.onPlatform(work);
    }

    UUID newId() {
        return ids.next();
    }

    /** While nobody else connects or disconnects this account; no unit of work is open. */
    <T> T alone(TenantScope scope, String vendor, Supplier<T> work) {
        return ports.turns().exclusively("connect|" + scope.clientId().text() + "|" + vendor, work);
    }

    /** Has the vendor take hooks of ours; outside any unit of work, where an address is possible. */
    Result<List<VendorConnector.MadeHook>, VendorFailure> registerHooks(
            VendorConnector connector, VendorAccount account) {
        return connector.registerHooks(
                account, hookId -> addresses.address(connector.vendor(), hookId).orElseThrow(), addresses::newId);
    }

    /** Notes it inside the caller's unit. Hooks from before stay: some of them may still stand at the vendor. */
    ConnectVendor.Hearing unheard(VendorAccount account, VendorFailure failure) {
        VendorAccounts accounts = ports.accounts();
        accounts.state(account.clientId(), account.vendor())
                .ifPresent(state -> accounts.tell(
                        account.clientId(), account.vendor(), state.needsAttention("hooks: " + told(failure), now())));
        return new ConnectVendor.Hearing.NotRegistered(failure);
    }

    /** Inside the caller's unit of work. */
    VendorAccountView view(TenantScope scope, VendorConnector connector) {
        Optional<VendorAccount> account = ports.accounts().find(scope.clientId(), connector.vendor());
        Optional<VendorAccountState> state = ports.accounts().state(scope.clientId(), connector.vendor());
        if (account.isEmpty() || state.isEmpty()) {
            return VendorAccountView.notConnected(connector);
        }
        List<VendorAccountView.Hook> hooks = ports.hooks().ofClient(scope.clientId(), connector.vendor()).stream()
                .filter(VendorHook::isInUse)
                .map(hook -> new VendorAccountView.Hook(
                        hook.hookId(),
                        addresses.address(hook.vendor(), hook.hookId()).orElse(null),
                        hook.lastEventAt()))
                .toList();
        return VendorAccountView.of(connector, account.get(), state.get(), hooks);
    }

    /** Inside the caller's unit of work. Names of settings and keys, no key. */
    void audit(TenantScope scope, AuditAction action, String vendor, Map<String, Change> changes, Origin origin) {
        Actor actor = Actors.of(scope);
        ports.audit()
                .append(new AuditEntry(
                        ids.next(),
                        now(),
                        scope.clientId(),
                        actor,
                        action,
                        AuditEntry.Outcome.OK,
                        "integration",
                        null,
                        changes,
                        Map.of("vendor", vendor),
                        origin));
    }

    /** What is kept of a failure, for people. */
    static String told(VendorFailure failure) {
        return failure.told();
    }
}
