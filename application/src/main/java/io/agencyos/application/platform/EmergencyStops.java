package io.agencyos.application.platform;

import io.agencyos.domain.platform.EmergencyStop;
import io.agencyos.domain.shared.id.EmergencyStopId;
import java.util.List;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/**
 * The platform's kill switches with their history. Every unit of work may read those that are on; the rest is for units of
 * the platform alone. Source: outreach 1.5, data model 5.14 {@code emergency_stop}.
 */
@SecondaryPort
public interface EmergencyStops extends StopsInForce {

    /** All there ever were, the newest first. */
    List<EmergencyStop> newest(int limit);

    /** Locked until the unit of work ends. */
    Optional<EmergencyStop> findForUpdate(EmergencyStopId id);

    /** Where the same thing is stopped already, a {@code UniqueViolation} and nothing is written. */
    void insert(EmergencyStop stop);

    void update(EmergencyStop stop);
}
