package io.agencyos.application.campaign.store;

import io.agencyos.domain.shared.id.ClientId;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/** What may still leave although a client has stopped everything. Needs an open unit of work of the tenant, as worker. */
@SecondaryPort
@FunctionalInterface
public interface InFlightTouches {

    /** Touches whose call to a vendor has begun and whose outcome is not known. Source: outreach 1.5. */
    int inFlight(ClientId client);
}
