package io.agencyos.application.allocation.keeping;

import io.agencyos.domain.shared.id.ClientId;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * Gives back everybody whom a client that left holds, in batches of 500; whoever it converted stays its own. One that
 * broke off goes on with whoever is left. Source: scoring POOL-9, PLAN-6.
 */
@PrimaryPort
public interface ReleaseClient {

    /** @return how many people were let go by this call */
    int release(ClientId client);
}
