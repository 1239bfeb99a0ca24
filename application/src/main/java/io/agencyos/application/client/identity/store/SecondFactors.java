package io.agencyos.application.client.identity.store;

import io.agencyos.domain.client.identity.SecondFactor;
import io.agencyos.domain.shared.id.UserId;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/** People's second factors. Needs an open platform unit of work, in which whoever writes holds the person first. Source: api 2. */
@SecondaryPort
public interface SecondFactors {

    Optional<SecondFactor> find(UserId user);

    /** Inserts it, or writes over the one that is there. */
    void put(SecondFactor factor);

    void remove(UserId user);
}
