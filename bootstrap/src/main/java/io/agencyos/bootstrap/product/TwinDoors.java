package io.agencyos.bootstrap.product;

import io.agencyos.domain.shared.id.ClientId;
import java.net.URI;
import java.util.Optional;

/** Where each twin's sandbox is, and what it is entered with. */
interface TwinDoors {

    /** Without a trailing slash; empty where there is none. */
    Optional<URI> door(ClientId twin);

    String key(ClientId twin);
}
