package io.agencyos.adapters.out.memory.platform;

import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.platform.EventFeed;
import io.agencyos.application.platform.Events;
import io.agencyos.domain.platform.DomainEvent;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The outbox of events. */
public final class MemoryEvents implements Events, EventFeed {

    private final MemoryUnitOfWork units;
    private final MemoryTable<UUID, DomainEvent> table;
    private final MemoryTable<UUID, UUID> published;

    public MemoryEvents(MemoryUnitOfWork units) {
        this.units = units;
        this.table = MemoryTable.ofPlatform("outbox_event", units, DomainEvent::id);
        this.published = MemoryTable.ofPlatform("outbox_event.published_at", units, id -> id);
    }

    @Override
    public void append(Collection<DomainEvent> events) {
        events.forEach(table::insert);
    }

    @Override
    public Optional<DomainEvent> find(ClientId client, UUID event, Instant oldest) {
        return since(client, Mark.before(oldest), Integer.MAX_VALUE).stream()
                .filter(one -> one.id().equals(event))
                .findFirst();
    }

    @Override
    public List<DomainEvent> since(ClientId client, Mark mark, int limit) {
        return since(mark)
                .filter(event -> client.equals(event.clientId()))
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<DomainEvent> find(UUID event, Instant oldest) {
        return since(Mark.before(oldest)).filter(one -> one.id().equals(event)).findFirst();
    }

    @Override
    public List<DomainEvent> since(Mark mark, int limit) {
        return since(mark).limit(limit).toList();
    }

    private Stream<DomainEvent> since(Mark mark) {
        return table.rows()
                .filter(event -> Mark.behind(event).compareTo(mark) > 0)
                .sorted(Comparator.comparing(Mark::behind));
    }

    /** What nobody has taken from the outbox yet, oldest first; inside a unit. */
    Stream<DomainEvent> unpublished() {
        return table.inOrder().filter(event -> published.find(event.id()).isEmpty());
    }

    void published(DomainEvent event) {
        published.put(event.id());
    }

    /** Everything appended and committed, in order; for tests. */
    public List<DomainEvent> all() {
        return units.onPlatform(() -> table.inOrder().toList());
    }
}
