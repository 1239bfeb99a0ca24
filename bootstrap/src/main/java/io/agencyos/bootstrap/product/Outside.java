package io.agencyos.bootstrap.product;

import io.agencyos.adapters.out.salesforge.SalesforgeAccounts;
import io.agencyos.adapters.out.salesforge.SalesforgeSettings;
import io.agencyos.adapters.out.vendorhttp.MonotonicTime;
import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Where the world outside is.
 *
 * @param publicUrl under which people and vendors reach this installation, empty where they cannot; asked late, as a
 *     server may choose its port itself
 * @param time what vendors are paced by
 */
public record Outside(
        Supplier<Optional<URI>> publicUrl,
        SalesforgeSettings salesforge,
        SalesforgeAccounts salesforgeAccounts,
        MonotonicTime time) {

    boolean reachable() {
        return publicUrl.get().isPresent();
    }

    URI unsubscribeBase() {
        return publicUrl
                .get()
                .orElseThrow(() -> new IllegalStateException("no public address is set"))
                .resolve("/u/");
    }
}
