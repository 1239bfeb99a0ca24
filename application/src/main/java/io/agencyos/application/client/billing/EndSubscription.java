package io.agencyos.application.client.billing;

import io.agencyos.domain.shared.id.ClientId;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/** A client is removed for good: it pays nothing any more, and the ledger says since when. Source: api 9.2, 9.17. */
@PrimaryPort
@FunctionalInterface
public interface EndSubscription {

    /** Safe to repeat; nothing happens to a subscription that is over, or to a twin. */
    void end(ClientId client);
}
