package io.agencyos.application.allocation.store;

import io.agencyos.domain.allocation.Portfolio;
import io.agencyos.domain.shared.id.ClientId;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/** Whom a client has served, read from its customers. Needs an open unit of work of the tenant. Source: scoring POOL-12.2. */
@SecondaryPort
@FunctionalInterface
public interface ServedCompanies {

    /** Where nobody keeps customers. */
    ServedCompanies NONE = client -> Portfolio.EMPTY;

    /** Companies that buy or bought; domains also of those that may, because they are spoken to already. */
    Portfolio of(ClientId client);
}
