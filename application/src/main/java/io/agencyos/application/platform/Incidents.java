package io.agencyos.application.platform;

import io.agencyos.domain.platform.Incident;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.jspecify.annotations.Nullable;

/** What staff told of the platform's state. Needs an open platform unit of work. */
@SecondaryPort
public interface Incidents {

    /** Where a page ended. */
    record After(Instant startedAt, UUID id) {}

    void insert(Incident incident);

    Optional<Incident> find(UUID id);

    /** Writes it where its version is unchanged, else {@code ConcurrentUpdate}; answers the next version. */
    Incident update(Incident incident);

    /** The last begun first. */
    List<Incident> list(@Nullable After after, int limit);

    /** Those that go on, and those that ended later than this; the last begun first. */
    List<Incident> since(Instant ended);
}
