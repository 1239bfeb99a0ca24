package io.agencyos.application.allocation.keeping;

import io.agencyos.domain.shared.id.ClientId;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * Gives credits back, once for each lead, where an assignment ended before any touch was delivered, for one of the named
 * reasons. Looks at what is so, whoever brought it about, so that no end of an assignment can forget it. Source: scoring
 * PLAN-4.
 */
@PrimaryPort
public interface RefundUnreached {

    /** @return how many credits went back */
    int run(ClientId client);
}
