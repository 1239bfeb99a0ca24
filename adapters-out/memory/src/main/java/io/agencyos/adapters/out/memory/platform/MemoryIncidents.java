package io.agencyos.adapters.out.memory.platform;

import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.platform.Incidents;
import io.agencyos.domain.platform.Incident;
import io.agencyos.domain.shared.IncidentId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Every incident that was ever told. */
public final class MemoryIncidents implements Incidents {

    private static final Comparator<Incident> NEWEST = Comparator.comparing(Incident::startedAt)
            .thenComparing(incident -> incident.id().text())
            .reversed();

    private final MemoryTable<IncidentId, Incident> incidents;

    public MemoryIncidents(MemoryUnitOfWork units) {
        incidents = MemoryTable.ofPlatform("status_incident", units, Incident::id);
    }

    @Override
    public void insert(Incident incident) {
        incidents.insert(incident);
    }

    @Override
    public Optional<Incident> findForUpdate(IncidentId id) {
        return incidents.find(id);
    }

    @Override
    public void update(Incident incident) {
        incidents.put(incident);
    }

    @Override
    public List<Incident> page(@Nullable After after, int limit) {
        return incidents
                .rows()
                .filter(one -> after == null || isBehind(one, after))
                .sorted(NEWEST)
                .limit(limit)
                .toList();
    }

    private static boolean isBehind(Incident one, After after) {
        int time = one.startedAt().compareTo(after.startedAt());
        return time < 0 || time == 0 && one.id().text().compareTo(after.id().text()) < 0;
    }

    @Override
    public List<Incident> since(Instant moment) {
        return incidents
                .rows()
                .filter(one -> one.endedAt() == null || !one.endedAt().isBefore(moment))
                .sorted(NEWEST)
                .toList();
    }
}
