package io.agencyos.application.platform;

import io.agencyos.domain.platform.EmergencyStop;
import io.agencyos.domain.shared.EmergencyStopId;
import java.util.List;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/**
 * The platform's kill switches. Every unit of work may read those that are on; they are written by units of the platform
 * alone. Source: outreach 1.5, data model 5.14 {@code emergency_stop}.
 */
@SecondaryPort
public interface EmergencyStops {

    /** Where nobody can stop anything. */
    EmergencyStops NONE = new EmergencyStops() {
        @Override
        public List<EmergencyStop> on() {
            return List.of();
        }

        @Override
        public List<EmergencyStop> newest(int limit) {
            return List.of();
        }

        @Override
        public Optional<EmergencyStop> findForUpdate(EmergencyStopId id) {
            return Optional.empty();
        }

        @Override
        public void insert(EmergencyStop stop) {
            throw new UnsupportedOperationException("nothing can be stopped here");
        }

        @Override
        public void update(EmergencyStop stop) {
            throw new UnsupportedOperationException("nothing can be stopped here");
        }
    };

    /** Those that are on, at most one for each thing that can be stopped. */
    List<EmergencyStop> on();

    /** All there ever were, the newest first. */
    List<EmergencyStop> newest(int limit);

    /** Locked until the unit of work ends. */
    Optional<EmergencyStop> findForUpdate(EmergencyStopId id);

    /** Where the same thing is stopped already, a {@code UniqueViolation} and nothing is written. */
    void insert(EmergencyStop stop);

    void update(EmergencyStop stop);
}
