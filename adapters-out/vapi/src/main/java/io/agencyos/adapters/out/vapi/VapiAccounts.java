package io.agencyos.adapters.out.vapi;

import io.agencyos.domain.shared.id.ClientId;
import java.util.Optional;

/** Which account a tenant has; empty where the vendor is off or not configured. Given by whoever reads the configuration. */
@FunctionalInterface
public interface VapiAccounts {

    Optional<VapiAccount> of(ClientId client);
}
