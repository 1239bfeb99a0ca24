package io.agencyos.application.scoring.store;

import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.util.List;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/**
 * Hears of facts that cannot be, such as fewer than no employees: the score did without them, and whoever delivered them ought
 * to be looked at. Needs no unit of work and never fails the score. Source: scoring 1.11 {@code INVALID_FACT}.
 */
@SecondaryPort
@FunctionalInterface
public interface FactWarnings {

    /** Listens to nothing. */
    FactWarnings NONE = (client, lead, facts) -> {};

    /** @param facts by name, at least one */
    void invalid(ClientId client, LeadId lead, List<String> facts);
}
