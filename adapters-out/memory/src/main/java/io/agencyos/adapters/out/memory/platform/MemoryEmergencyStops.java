package io.agencyos.adapters.out.memory.platform;

import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.platform.EmergencyStops;
import io.agencyos.application.shared.UniqueViolation;
import io.agencyos.domain.platform.EmergencyStop;
import io.agencyos.domain.shared.id.EmergencyStopId;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Every stop that ever was. */
public final class MemoryEmergencyStops implements EmergencyStops {

    private final MemoryTable<EmergencyStopId, EmergencyStop> stops;

    public MemoryEmergencyStops(MemoryUnitOfWork units) {
        stops = MemoryTable.ofPlatform("emergency_stop", units, EmergencyStop::id);
    }

    @Override
    public List<EmergencyStop> on() {
        return stops.rows().filter(EmergencyStop::isOn).toList();
    }

    @Override
    public List<EmergencyStop> newest(int limit) {
        return stops.rows()
                .sorted(Comparator.comparing(EmergencyStop::setAt)
                        .reversed()
                        .thenComparing(stop -> stop.id().text()))
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<EmergencyStop> findForUpdate(EmergencyStopId id) {
        return stops.find(id);
    }

    @Override
    public void insert(EmergencyStop stop) {
        boolean taken = on().stream()
                .anyMatch(other -> other.scope() == stop.scope() && Objects.equals(other.value(), stop.value()));
        if (taken) {
            throw new UniqueViolation("uq_emergency_stop_live");
        }
        stops.put(stop);
    }

    @Override
    public void update(EmergencyStop stop) {
        stops.put(stop);
    }
}
