package io.agencyos.application.platform.vendor;

import io.agencyos.domain.shared.id.ClientId;
import java.util.Optional;
import java.util.UUID;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/**
 * The platform's own accounts at vendors, which work for all clients, one for each vendor; keys are stored encrypted. Needs a
 * platform unit. Source: api 9.13, data model 5.12.
 */
@SecondaryPort
public interface PlatformAccounts {

    /** Whose an account of the platform's is called. */
    ClientId PLATFORM = new ClientId(new UUID(0, 0));

    Optional<VendorAccount> find(String vendor);

    /** Inserts or replaces by vendor; nothing of the keys before is left. Its state is to be told anew. */
    void save(VendorAccount account);

    /** Forgets the account with its keys; false where there is none. */
    boolean remove(String vendor);

    /** How the account does; empty where there is none. */
    Optional<VendorAccountState> state(String vendor);

    /** Notes how the account does, where there still is one. */
    void tell(String vendor, VendorAccountState state);
}
