package io.agencyos.application.platform;

import io.agencyos.domain.platform.EmergencyStop;
import java.util.List;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/** What every send asks before it leaves: the platform's stops that are on. For any unit of work. Source: outreach 3.3 check 1. */
@SecondaryPort
@FunctionalInterface
public interface StopsInForce {

    /** Where nobody can stop anything. */
    StopsInForce NONE = List::of;

    /** At most one for each thing that can be stopped. */
    List<EmergencyStop> on();
}
