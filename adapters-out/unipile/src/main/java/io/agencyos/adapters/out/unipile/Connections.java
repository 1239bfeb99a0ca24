package io.agencyos.adapters.out.unipile;

import io.agencyos.adapters.out.vendorhttp.Fingerprint;
import io.agencyos.adapters.out.vendorhttp.VendorHttp;
import io.agencyos.adapters.out.vendorhttp.VendorProfile;
import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Finds the way to a tenant's account; none configured is {@code Unauthorized} without a call. */
final class Connections {

    private static final String API = "/api/v1";

    private final UnipileAccounts accounts;
    private final UnipileSettings settings;
    private final VendorHttp http;
    private final Map<UnipileAccount, Connection> known = new ConcurrentHashMap<>();

    Connections(UnipileAccounts accounts, UnipileSettings settings, VendorHttp http) {
        this.accounts = accounts;
        this.settings = settings;
        this.http = http;
    }

    Result<Connection, VendorFailure> of(ClientId client, String operation) {
        return accounts.of(client)
                .filter(account -> account.clientId().equals(client))
                .<Result<Connection, VendorFailure>>map(
                        account -> Result.ok(known.computeIfAbsent(account, this::connect)))
                .orElseGet(() -> Result.err(Failures.notConfigured(operation)));
    }

    /** A way to an account that is not connected yet, or no more. */
    Connection connect(UnipileAccount account) {
        VendorProfile profile = new VendorProfile(
                Failures.VENDOR,
                Fingerprint.of(account.accessToken()),
                URI.create(account.dsn() + API),
                () -> Map.of("X-API-KEY", account.accessToken(), "Accept", "application/json"),
                settings.readTimeout(),
                Failures.USUAL_RETRY_AFTER,
                settings.pacing(),
                Failures::deviation);
        return new Connection(account, http.api(profile, UnipileApi.class), http.calls(profile));
    }
}
