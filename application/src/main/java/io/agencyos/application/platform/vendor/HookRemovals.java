package io.agencyos.application.platform.vendor;

import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/**
 * Hooks of ours that a vendor is still to take away after a client left it, each with the keys to ask with; stored encrypted
 * and destroyed with the entry. One per client, vendor and account. Source: api 9.13, 10.1.
 */
@SecondaryPort
public interface HookRemovals {

    /** Which account it is about. */
    record Key(ClientId client, String vendor, String accountRef) {}

    /**
     * A removal that is owed.
     *
     * @param account as it was when the client left
     * @param retried how often the vendor was asked in vain, not counting the first time
     * @param dueAt when it is asked next
     */
    record Owed(VendorAccount account, int retried, Instant dueAt) {

        public Owed {
            if (retried < 0) {
                throw new IllegalArgumentException("asked " + retried + " times");
            }
        }

        public Key key() {
            return new Key(account.clientId(), account.vendor(), account.accountRef());
        }
    }

    /** Inserts or replaces by key. Needs a worker's unit of work of the tenant. */
    void owe(Owed removal);

    /** Needs a worker's unit of work of the tenant. */
    Optional<Owed> find(Key key);

    /** What the client still owes, by vendor and account. Needs a worker's unit of work of the tenant. */
    List<Owed> ofClient(ClientId client);

    /** Nothing is owed any more, and nothing of the keys is left. Needs a worker's unit of work of the tenant. */
    void settle(Key key);

    /** Clients with something due at this instant, by id; platform unit only, and no key is seen. */
    List<ClientId> due(Instant now, int limit);
}
