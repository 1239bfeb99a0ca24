package io.agencyos.adapters.out.apollo;

import io.agencyos.domain.shared.id.ClientId;
import java.util.Optional;

/** Which account a tenant has; empty where the vendor is off or not configured. Given by whoever reads the configuration. */
@FunctionalInterface
public interface ApolloAccounts {

    Optional<ApolloAccount> of(ClientId client);
}
