package io.agencyos.application.platform.vendor;

import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/** The addresses that we gave to vendors; secrets are stored encrypted. Source: api 7 and 10.1. */
@SecondaryPort
public interface VendorHooks {

    /** Needs a worker's unit of work of the tenant. An id that is taken is a {@code UniqueViolation}. */
    void add(VendorHook hook);

    /** The hook of this id, active or not. Needs a platform unit of work, because no tenant is known yet. */
    default Optional<VendorHook> find(String hookId) {
        return findAll(List.of(hookId)).stream().findFirst();
    }

    /** The hooks of these ids, as {@link #find} answers them one by one. */
    List<VendorHook> findAll(Collection<String> hookIds);

    /** Every hook of the client at the vendor, active or not, by id. Needs a worker's unit of work of the tenant. */
    List<VendorHook> ofClient(ClientId client, String vendor);

    /** Every hook of the client, active or not, by id. Needs a worker's unit of work of the tenant. */
    List<VendorHook> ofClient(ClientId client);

    /** Believes none of the client's hooks at the vendor any more. Needs a worker's unit of work of the tenant. */
    void deactivate(ClientId client, String vendor);

    /**
     * Believes those of the client's hooks at the vendor that are in use until this instant only; those that end already
     * keep their end. Needs a worker's unit of work of the tenant.
     */
    void end(ClientId client, String vendor, Instant at);

    /** Remembers that these hooks brought something. Unknown ones are left out. Needs a platform unit of work. */
    void heard(Collection<String> hookIds, Instant at);
}
