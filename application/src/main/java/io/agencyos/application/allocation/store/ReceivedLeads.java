package io.agencyos.application.allocation.store;

import io.agencyos.domain.allocation.Fairness.Received;
import java.time.Instant;
import java.util.List;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/** What the pool gave to whom, for a unit of work of the platform. Source: scoring B13. */
@SecondaryPort
@FunctionalInterface
public interface ReceivedLeads {

    /** Every client that became pool leads in {@code [from, to)}, by id, with the first score of each lead. */
    List<Received> between(Instant from, Instant to);
}
