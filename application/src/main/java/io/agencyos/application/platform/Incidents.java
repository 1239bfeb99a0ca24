package io.agencyos.application.platform;

import io.agencyos.domain.platform.Incident;
import io.agencyos.domain.shared.IncidentId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.jspecify.annotations.Nullable;

/** What was told of the platform's state. Needs an open platform unit of work. Source: data model 5.13. */
@SecondaryPort
public interface Incidents {

    /** Where a reader stands. */
    record After(Instant startedAt, IncidentId id) {}

    void insert(Incident incident);

    /** Locked until the unit of work ends. */
    Optional<Incident> findForUpdate(IncidentId id);

    void update(Incident incident);

    /** The newest first. */
    List<Incident> page(@Nullable After after, int limit);

    /** Those that go on, and those that ended at this moment or later; the newest first. */
    List<Incident> since(Instant moment);
}
