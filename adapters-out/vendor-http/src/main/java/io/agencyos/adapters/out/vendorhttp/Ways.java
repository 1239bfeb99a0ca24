package io.agencyos.adapters.out.vendorhttp;

import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The ways to the tenants' accounts at one vendor, each made once; none configured is {@code Unauthorized} without a call.
 *
 * @param <A> an account, equal to itself as long as nothing about it changes
 * @param <W> the way to it
 */
public final class Ways<A, W> {

    private final String vendor;
    private final Function<ClientId, Optional<A>> accounts;
    private final Function<A, W> connect;
    private final Map<A, W> known = new ConcurrentHashMap<>();

    public Ways(String vendor, Function<ClientId, Optional<A>> accounts, Function<A, W> connect) {
        this.vendor = vendor;
        this.accounts = accounts;
        this.connect = connect;
    }

    /** The way to the account of this tenant. */
    public Result<W, VendorFailure> of(ClientId client, String operation) {
        return accounts.apply(client)
                .<Result<W, VendorFailure>>map(account -> Result.ok(known.computeIfAbsent(account, connect)))
                .orElseGet(() -> Result.err(new VendorFailure.Unauthorized(
                        VendorFailure.Details.of(vendor, operation, vendor + " is not configured"))));
    }

    /** A way to an account that is not connected yet, or no more. */
    public W to(A account) {
        return connect.apply(account);
    }
}
