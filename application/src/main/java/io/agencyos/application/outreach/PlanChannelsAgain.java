package io.agencyos.application.outreach;

import io.agencyos.domain.shared.id.ClientId;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * Looks again at enrolments that no channel was given to: a day later a score, an address or a sender may be there. Once a
 * day for each; they are never lost. Source: scoring ALLOC-1 step 5.
 */
@PrimaryPort
@FunctionalInterface
public interface PlanChannelsAgain {

    /** How many have a channel now. */
    int again(ClientId client);
}
