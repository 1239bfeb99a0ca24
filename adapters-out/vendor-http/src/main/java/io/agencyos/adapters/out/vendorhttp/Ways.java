package io.agencyos.adapters.out.vendorhttp;

import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.id.ClientId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * The ways to the tenants' accounts at one vendor, each made once for each place where the vendor is for the tenant; none
 * configured is {@code Unauthorized} without a call.
 *
 * @param <A> an account, equal to itself as long as nothing about it changes
 * @param <W> the way to it
 */
public final class Ways<A, W> {

    private final String vendor;
    private final Function<ClientId, Optional<A>> accounts;
    private final Function<A, W> known;
    private final Function<A, W> fresh;

    /** An account where the vendor was for it: a way that leads elsewhere is another one. */
    private record Stop(Object account, Object place) {}

    /**
     * @param places where the vendor is for an account now; equal to itself as long as it is there
     * @param connect makes the way to an account at a place
     */
    public <S> Ways(
            String vendor,
            Function<ClientId, Optional<A>> accounts,
            Function<A, S> places,
            BiFunction<A, S, W> connect) {
        this.vendor = vendor;
        this.accounts = accounts;
        this.fresh = account -> connect.apply(account, places.apply(account));
        Map<Stop, W> ways = new ConcurrentHashMap<>();
        this.known = account -> {
            S place = places.apply(account);
            return ways.computeIfAbsent(new Stop(account, place), stop -> connect.apply(account, place));
        };
    }

    /** The way to the account of this tenant. */
    public Result<W, VendorFailure> of(ClientId client, String operation) {
        return accounts.apply(client)
                .<Result<W, VendorFailure>>map(account -> Result.ok(known.apply(account)))
                .orElseGet(() -> Result.err(new VendorFailure.Unauthorized(
                        VendorFailure.Details.of(vendor, operation, vendor + " is not configured"))));
    }

    /** A way to an account that is not connected yet, or no more. */
    public W to(A account) {
        return fresh.apply(account);
    }
}
