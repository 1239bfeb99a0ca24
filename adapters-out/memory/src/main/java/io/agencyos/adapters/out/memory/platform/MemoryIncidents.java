package io.agencyos.adapters.out.memory.platform;

import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.platform.Incidents;
import io.agencyos.application.shared.ConcurrentUpdate;
import io.agencyos.domain.platform.Incident;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What staff told. */
public final class MemoryIncidents implements Incidents {

    private static final Comparator<Incident> LAST = Comparator.comparing(Incident::startedAt)
            .thenComparing(incident -> incident.id().toString())
            .reversed();

    private final MemoryTable<UUID, Incident> incidents;

    public MemoryIncidents(MemoryUnitOfWork units) {
        incidents = MemoryTable.ofPlatform("status_incident", units, Incident::id);
    }

    @Override
    public void insert(Incident incident) {
        incidents.insert(incident);
    }

    @Override
    public Optional<Incident> find(UUID id) {
        return incidents.find(id);
    }

    @Override
    public Incident update(Incident incident) {
        find(incident.id())
                .filter(stored -> stored.version() == incident.version())
                .orElseThrow(() -> new ConcurrentUpdate("incident " + incident.id()));
        Incident next = incident.atVersion(incident.version() + 1);
        incidents.put(next);
        return next;
    }

    @Override
    public List<Incident> list(@Nullable After after, int limit) {
        return incidents
                .rows()
                .filter(incident -> after == null || isBehind(incident, after))
                .sorted(LAST)
                .limit(limit)
                .toList();
    }

    private static boolean isBehind(Incident incident, After after) {
        int order = incident.startedAt().compareTo(after.startedAt());
        return order < 0
                || order == 0 && incident.id().toString().compareTo(after.id().toString()) < 0;
    }

    @Override
    public List<Incident> since(Instant ended) {
        return incidents
                .rows()
                .filter(incident ->
                        incident.endedAt() == null || incident.endedAt().isAfter(ended))
                .sorted(LAST)
                .toList();
    }
}
