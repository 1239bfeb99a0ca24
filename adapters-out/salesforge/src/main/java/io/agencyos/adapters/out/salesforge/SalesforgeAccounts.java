package io.agencyos.adapters.out.salesforge;

import io.agencyos.domain.shared.id.ClientId;
import java.util.Optional;

/** Which account a tenant has; empty where the vendor is off or not configured. Given by whoever reads the configuration. */
@FunctionalInterface
public interface SalesforgeAccounts {

    Optional<SalesforgeAccount> of(ClientId client);
}
