package io.agencyos.adapters.out.postoffice;

import io.agencyos.domain.shared.id.ClientId;
import java.util.Optional;

/** Which account a tenant has; empty where it posts nothing. Given by whoever reads the configuration. */
@FunctionalInterface
public interface PostOfficeAccounts {

    Optional<PostOfficeAccount> of(ClientId client);
}
