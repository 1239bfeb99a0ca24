package io.agencyos.adapters.out.clicksend;

import io.agencyos.domain.shared.id.ClientId;
import java.util.Optional;

/** Which account a tenant has; empty where the vendor is off or not configured. Given by whoever reads the configuration. */
@FunctionalInterface
public interface ClickSendAccounts {

    Optional<ClickSendAccount> of(ClientId client);
}
