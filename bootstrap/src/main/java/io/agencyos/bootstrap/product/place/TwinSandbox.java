package io.agencyos.bootstrap.product.place;

import java.net.URI;
import java.util.Optional;

/** Where the clients' twins find their vendors. Source: api 4.1. */
public interface TwinSandbox {

    /** None: twins have no vendors here, and nothing of them leaves. */
    TwinSandbox NONE = new TwinSandbox() {

        @Override
        public Optional<URI> address() {
            return Optional.empty();
        }

        @Override
        public boolean forget(String door) {
            return true;
        }
    };

    /** The house of sandboxes, without a trailing slash; empty where this process has none to go to. */
    Optional<URI> address();

    /** So many processes work on the same database from now on. */
    default void sharedBy(int processes) {}

    /** Whether nothing is left of the world behind this door, without a word to whoever answers at the address. */
    boolean forget(String door);

    /** One that runs beside the installation, for all of its processes. */
    static TwinSandbox at(URI house) {
        return new TwinSandbox() {

            @Override
            public Optional<URI> address() {
                return Optional.of(house);
            }

            @Override
            public boolean forget(String door) {
                return false;
            }
        };
    }
}
