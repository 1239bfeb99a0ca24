package io.agencyos.application.platform.vendor;

import io.agencyos.domain.shared.id.ClientId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
            @Nullable String detail) {

        /** What it is called. */
        public Name named() {
            return new Name(kind, name);
        }
    }

    /** What one object of a vendor is called among a client's. */
    record Name(String kind, String name) {}

    default Optional<VendorObject> find(ClientId client, String vendor, String kind, String name) {
        return find(client, vendor, List.of(new Name(kind, name))).stream().findFirst();
    }

    /** What stands under these names, by kind and name, in one question; a name without an object is left out. */
    List<VendorObject> find(ClientId client, String vendor, Collection<Name> names);

    Optional<VendorObject> findByExternalId(ClientId client, String vendor, String kind, String externalId);

    default List<VendorObject> list(ClientId client, String vendor, String kind) {
        return list(client, vendor, Set.of(kind));
    }

    /** Everything of these kinds, by kind and name, in one question. */
    List<VendorObject> list(ClientId client, String vendor, Set<String> kinds);

    /** Inserts or replaces by client, vendor, kind and name. */
    default void put(VendorObject object) {
        change(object.clientId(), object.vendor(), List.of(object), List.of());
    }

    default void remove(ClientId client, String vendor, String kind, String name) {
        change(client, vendor, List.of(), List.of(new Name(kind, name)));
    }

    /**
     * Forgets what stands under some names and inserts or replaces other objects, all of this client and vendor and none
     * of them twice: whole or not at all.
     */
    void change(ClientId client, String vendor, Collection<VendorObject> put, Collection<Name> gone);

    /**
     * Runs {@code work} while nobody else in the cluster runs work under the same name; waits for its turn. Holds no
     * transaction open, so the work may call the vendor.
     */
    <T> T exclusively(String lockName, Supplier<T> work);
}
