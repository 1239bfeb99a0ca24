package io.agencyos.application.platform.flow.store;

import java.time.Instant;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/**
 * The time that decides leases, due dates and schedules: the database's, the same for every node however their clocks
 * differ. Needs an open unit of work. Source: flows 4, test 16.
 */
@SecondaryPort
public interface RunClock {

    Instant now();
}
