package io.agencyos.application.platform.vendor;

import io.agencyos.domain.shared.id.ClientId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.jspecify.annotations.Nullable;

/**
 * The clients' own accounts at vendors, one per client and vendor; keys are stored encrypted. Needs a worker's unit of
 * work of the tenant, because nobody else may see a key. Source: api 7, data model 5.12.
 */
@SecondaryPort
public interface VendorAccounts {

    Optional<VendorAccount> find(ClientId client, String vendor);

    /** In the order of the vendors' names. */
    List<VendorAccount> ofClient(ClientId client);

    /** Inserts or replaces by client and vendor; nothing of the keys before is left. Its state is to be told anew. */
    void save(VendorAccount account);

    /** Forgets the account and destroys its keys; false where there is none. */
    boolean remove(ClientId client, String vendor);

    /** How the account does; empty where there is none. */
    Optional<VendorAccountState> state(ClientId client, String vendor);

    /**
     * Clients with an account at any of these vendors, by id; platform unit only, and no key is seen.
     *
     * @param after the last id seen, null for the first page
     */
    List<ClientId> connected(Set<String> vendors, @Nullable ClientId after, int limit);

    /** How an account does. */
    record Standing(ClientId client, String vendor, VendorAccountState state) {}

    /** How every account of every client does, in no order that means anything; platform unit only, and no key is seen. */
    List<Standing> everywhere();

    /** Notes how the account does, where there still is one. */
    void tell(ClientId client, String vendor, VendorAccountState state);
}
