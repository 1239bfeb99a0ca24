package io.agencyos.adapters.out.memory.platform;

import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.platform.vendor.VendorHook;
import io.agencyos.application.platform.vendor.VendorHooks;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
    public List<VendorHook> findAll(Collection<String> hookIds) {
        return hookIds.stream()
                .distinct()
                .flatMap(id -> table.find(id).stream())
                .toList();
    }

    @Override
    public List<VendorHook> ofClient(ClientId client, String vendor) {
        return ofClient(client).stream()
                .filter(hook -> hook.vendor().equals(vendor))
                .toList();
    }

    @Override
    public List<VendorHook> ofClient(ClientId client) {
        return table.rows()
                .filter(hook -> hook.clientId().equals(client))
                .sorted(Comparator.comparing(VendorHook::hookId))
                .toList();
    }

    @Override
    public void deactivate(ClientId client, String vendor) {
        ofClient(client, vendor).forEach(hook -> put(hook, false, hook.endsAt(), hook.lastEventAt()));
    }

    @Override
    public void end(ClientId client, String vendor, Instant at) {
        ofClient(client, vendor).stream()
                .filter(VendorHook::isInUse)
                .forEach(hook -> put(hook, true, at, hook.lastEventAt()));
    }

    @Override
    public void heard(Collection<String> hookIds, Instant at) {
        hookIds.stream().flatMap(id -> find(id).stream()).forEach(hook -> put(hook, hook.active(), hook.endsAt(), at));
    }

    private void put(VendorHook hook, boolean active, @Nullable Instant endsAt, @Nullable Instant lastEventAt) {
        table.put(new VendorHook(
                hook.hookId(),
                hook.vendor(),
                hook.clientId(),
                hook.secrets(),
                active,
                hook.madeAt(),
                endsAt,
                lastEventAt));
    }
}
