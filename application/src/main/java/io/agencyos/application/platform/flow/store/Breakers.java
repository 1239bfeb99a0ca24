package io.agencyos.application.platform.flow.store;

import io.agencyos.domain.platform.flow.Breaker;
import io.agencyos.domain.platform.flow.BreakerScope;
import io.agencyos.domain.shared.id.ClientId;
import java.util.List;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/**
 * Circuit breakers. In a client's unit its own are seen; those of the platform's id apply to everybody and are read in the
 * platform's unit. Source: flows 1.7.
 */
@SecondaryPort
public interface Breakers {

    Optional<Breaker> find(ClientId client, BreakerScope scope, String key);

    /** All of one client, by scope and key. */
    List<Breaker> of(ClientId client);

    /** All that are not closed, of all clients; platform unit. */
    List<Breaker> notClosed();

    void save(Breaker breaker);
}
