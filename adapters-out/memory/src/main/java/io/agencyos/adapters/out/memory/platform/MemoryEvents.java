package io.agencyos.adapters.out.memory.platform;

import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.platform.Events;
import io.agencyos.domain.platform.DomainEvent;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The outbox of events. */
public final class MemoryEvents implements Events {

    private final MemoryUnitOfWork units;
    private final MemoryTable<UUID, DomainEvent> table;

    public MemoryEvents(MemoryUnitOfWork units) {
        this.units = units;
        this.table = MemoryTable.ofPlatform("outbox_event", units, DomainEvent::id);
    }

    @Override
    public void append(Collection<DomainEvent> events) {
        events.forEach(table::insert);
    }

    /** Everything appended and committed, in order; for tests. */
    public List<DomainEvent> all() {
        return units.onPlatform(() -> table.rows().toList());
    }
}
