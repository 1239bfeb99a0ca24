package io.agencyos.adapters.out.memory.platform;

import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.shared.Stamp;
import io.agencyos.application.shared.Stamps;
import io.agencyos.domain.shared.id.ClientId;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Stamps as the units of work keep them beside the tables. */
public final class MemoryStamps implements Stamps {

    private final MemoryUnitOfWork units;

    public MemoryStamps(MemoryUnitOfWork units) {
        this.units = units;
    }

    @Override
    public Map<UUID, Stamp> of(Kind kind, Map<UUID, ClientId> rows) {
        Map<UUID, Stamp> found = new HashMap<>();
        rows.forEach((id, client) -> units.stampOf(kind.entity(), client, id).ifPresent(stamp -> found.put(id, stamp)));
        return found;
    }
}
