package io.agencyos.application.platform;

import io.agencyos.domain.shared.ClientId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.jspecify.annotations.Nullable;

/**
 * What a vendor's adapter must remember about the things it made or met at its vendor: which of our names is which of
 * its ids, and how far the set-up got. Opens its own short transactions; never call it inside a unit of work.
 */
@SecondaryPort
public interface VendorObjects {

    /**
     * @param kind the adapter's own word, such as the sort of thing
     * @param name our name for it, unique per client, vendor and kind
     * @param externalId the vendor's id, null while it is not known
     * @param state the adapter's own word for how far it got
     * @param detail anything else the adapter needs, its own format, no secret
     */
    record VendorObject(
            ClientId clientId,
            String vendor,
            String kind,
            String name,
            @Nullable String externalId,
            String state,
            @Nullable String detail) {}

    Optional<VendorObject> find(ClientId client, String vendor, String kind, String name);

    Optional<VendorObject> findByExternalId(ClientId client, String vendor, String kind, String externalId);

    List<VendorObject> list(ClientId client, String vendor, String kind);

    /** Inserts or replaces by client, vendor, kind and name. */
    void put(VendorObject object);

    void remove(ClientId client, String vendor, String kind, String name);

    /**
     * Runs {@code work} while nobody else in the cluster runs work under the same name; waits for its turn. Holds no
     * transaction open, so the work may call the vendor.
     */
    <T> T exclusively(String lockName, Supplier<T> work);
}
