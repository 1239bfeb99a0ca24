package io.agencyos.application.platform;

import io.agencyos.domain.shared.ClientId;
import java.util.List;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/** The addresses that we gave to vendors; secrets are stored encrypted. Source: api 7 and 10.1. */
@SecondaryPort
public interface VendorHooks {

    /** Needs a worker's unit of work of the tenant. An id that is taken is a {@code UniqueViolation}. */
    void add(VendorHook hook);

    /** The hook of this id, active or not. Needs a platform unit of work, because no tenant is known yet. */
    Optional<VendorHook> find(String hookId);

    /** Every hook of the client at the vendor, active or not, by id. Needs a worker's unit of work of the tenant. */
    List<VendorHook> ofClient(ClientId client, String vendor);

    /** Believes none of the client's hooks at the vendor any more. Needs a worker's unit of work of the tenant. */
    void deactivate(ClientId client, String vendor);
}
