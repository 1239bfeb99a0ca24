package io.agencyos.adapters.out.memory.platform;

import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.platform.VendorHook;
import io.agencyos.application.platform.VendorHooks;
import io.agencyos.domain.shared.ClientId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The addresses that we gave to vendors. */
public final class MemoryVendorHooks implements VendorHooks {

    private final MemoryTable<String, VendorHook> table;

    public MemoryVendorHooks(MemoryUnitOfWork units) {
        table = MemoryTable.ofPlatform("inbound_hook", units, VendorHook::hookId);
    }

    @Override
    public void add(VendorHook hook) {
        table.insert(hook);
    }

    @Override
    public Optional<VendorHook> find(String hookId) {
        return table.find(hookId);
    }

    @Override
    public List<VendorHook> ofClient(ClientId client, String vendor) {
        return table.rows()
                .filter(hook -> hook.clientId().equals(client) && hook.vendor().equals(vendor))
                .sorted(Comparator.comparing(VendorHook::hookId))
                .toList();
    }

    @Override
    public void deactivate(ClientId client, String vendor) {
        ofClient(client, vendor)
                .forEach(hook -> table.put(
                        new VendorHook(hook.hookId(), hook.vendor(), hook.clientId(), hook.secrets(), false)));
    }
}
