package io.agencyos.adapters.out.salesforge;

import io.agencyos.adapters.out.vendorhttp.Fingerprint;
import io.agencyos.adapters.out.vendorhttp.Placing;
import io.agencyos.adapters.out.vendorhttp.VendorHttp;
import io.agencyos.adapters.out.vendorhttp.VendorProfile;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Finds the way to a tenant's workspace; none configured is {@code Unauthorized} without a call. */
final class Connections {

    private static final Duration USUAL_RETRY_AFTER = Duration.ofSeconds(60);

    private final SalesforgeAccounts accounts;
    private final Placing<SalesforgeSettings> places;
    private final VendorHttp http;
    private final Map<Stop, Connection> known = new ConcurrentHashMap<>();

    /** An account where the vendor was for it. */
    private record Stop(SalesforgeAccount account, SalesforgeSettings place) {}

    Connections(SalesforgeAccounts accounts, Placing<SalesforgeSettings> places, VendorHttp http) {
        this.accounts = accounts;
        this.places = places;
        this.http = http;
    }

    Result<Connection, VendorFailure> of(ClientId client, String operation) {
        return accounts.of(client)
                .filter(account -> account.clientId().equals(client))
                .<Result<Connection, VendorFailure>>map(account -> Result.ok(known.computeIfAbsent(
                        new Stop(account, places.of(client)), stop -> connect(stop.account(), stop.place()))))
                .orElseGet(() -> Result.err(Failures.notConfigured(Failures.VENDOR, operation)));
    }

    /** A way to an account that is not connected yet, or no more. */
    Connection connect(SalesforgeAccount account) {
        return connect(account, places.of(account.clientId()));
    }

    private Connection connect(SalesforgeAccount account, SalesforgeSettings settings) {
        VendorProfile profile = new VendorProfile(
                        Failures.VENDOR,
                        Fingerprint.of(account.apiKey()),
                        settings.core(),
                        () -> Map.of("Authorization", account.apiKey(), "X-Source", "agency-os"),
                        settings.readTimeout(),
                        USUAL_RETRY_AFTER,
                        settings.pacing(),
                        Failures.DEVIATIONS)
                .saying(Wire.WORDS);
        return new Connection(account, http.api(profile, SalesforgeApi.class), http.calls(profile, account.clientId()));
    }
}
