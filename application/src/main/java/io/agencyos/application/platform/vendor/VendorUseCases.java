package io.agencyos.application.platform.vendor;

import io.agencyos.application.platform.Alerts;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.RandomSource;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.shared.id.ClientId;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** The use cases around clients' own accounts at vendors, wired by hand; bootstrap and tests hand in the ports. */
public final class VendorUseCases {

    private final ConnectVendor connect;
    private final ListVendorAccounts list;
    private final DisconnectVendor disconnect;
    private final OwedHooks owed;
    private final TestVendorAccount test;
    private final KeepInboundHooks hooks;
    private final VendorDesk desk;
    private final VendorPorts ports;
    private final HookAddresses addresses;
    private final UnitOfWork units;

    /**
     * @param connectors one per vendor that can be connected
     * @param publicUrl where vendors reach this installation; without it no hook is registered
     */
    public VendorUseCases(
            VendorPorts ports,
            List<VendorConnector> connectors,
            Optional<URI> publicUrl,
            UnitOfWork units,
            ClockPort clock,
            IdSource ids,
            RandomSource random) {
        this.ports = ports;
        this.units = units;
        addresses = new HookAddresses(publicUrl, random);
        desk = new VendorDesk(ports, connectors, addresses, units, clock, ids);
        owed = new OwedHooks(desk);
        connect = new ConnectVendorService(desk, owed);
        list = new ListVendorAccountsService(desk);
        disconnect = new DisconnectVendorService(desk, owed);
        test = new TestVendorAccountService(desk);
        hooks = new KeepInboundHooksService(desk);
    }

    /** Where the vendor tells of this client's account; empty while it has nowhere to. Opens a unit of work of its own. */
    public Optional<URI> hook(ClientId client, String vendor) {
        return units.inTenant(TenantScope.worker(client), () -> ports.hooks().ofClient(client, vendor)).stream()
                .filter(VendorHook::isInUse)
                .findFirst()
                .flatMap(hook -> addresses.address(vendor, hook.hookId()));
    }

    public KeepInboundHooks hooks() {
        return hooks;
    }

    /**
     * @param pushed what came by hooks
     * @param alerts tells staff what cannot be mended
     */
    public CheckHooks checkHooks(PushCounts pushed, Alerts alerts) {
        return new CheckHooksService(desk, pushed, alerts);
    }

    public ConnectVendor connect() {
        return connect;
    }

    public ListVendorAccounts list() {
        return list;
    }

    public DisconnectVendor disconnect() {
        return disconnect;
    }

    public RemoveOwedHooks removeOwedHooks() {
        return owed;
    }

    public TestVendorAccount test() {
        return test;
    }
}
