package io.agencyos.application.scoring.rescore;

import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/**
 * What is to be scored again, written with the change that asks for it. Needs an open unit of work of the tenant, as
 * worker. Source: scoring ALS-16.
 */
@SecondaryPort
public interface RescoreRequests {

    /** Adds them; one that stands already for the same cause and target and has not begun is not doubled. */
    void add(Collection<RescoreRequest> requests);

    /** The one that is due longest, kept from others until the unit of work ends; what they hold is passed over. */
    Optional<RescoreRequest> takeDue(ClientId client, Instant now);

    /** The clients of whom one is due, by id. Needs a unit of the platform. */
    List<ClientId> clientsDue(Instant now);

    /** Remembers how far a request has come. */
    void advance(RescoreRequest request);

    void remove(RescoreRequest request);
}
