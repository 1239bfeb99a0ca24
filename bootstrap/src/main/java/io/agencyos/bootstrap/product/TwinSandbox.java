package io.agencyos.bootstrap.product;

import java.net.URI;
import java.util.Optional;

/** Where the clients' twins find their vendors. Source: api 4.1. */
public interface TwinSandbox {

    /** None: twins have no vendors here, and nothing of them leaves. */
    TwinSandbox NONE = Optional::empty;

    /** The house of sandboxes, without a trailing slash; empty where this process has none to go to. */
    Optional<URI> address();

    /** So many processes work on the same database from now on. */
    default void sharedBy(int processes) {}

    /** One that runs beside the installation, for all of its processes. */
    static TwinSandbox at(URI house) {
        return () -> Optional.of(house);
    }
}
