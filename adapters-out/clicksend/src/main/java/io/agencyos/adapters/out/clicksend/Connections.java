package io.agencyos.adapters.out.clicksend;

import io.agencyos.adapters.out.vendorhttp.Fingerprint;
import io.agencyos.adapters.out.vendorhttp.Pacing;
import io.agencyos.adapters.out.vendorhttp.VendorHttp;
import io.agencyos.adapters.out.vendorhttp.VendorProfile;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Finds the way to a tenant's account; none configured is {@code Unauthorized} without a call. */
final class Connections {

    private final ClickSendAccounts accounts;
    private final ClickSendSettings settings;
    private final VendorHttp http;
    private final ClockPort clock;
    private final Map<ClickSendAccount, Connection> known = new ConcurrentHashMap<>();

    Connections(ClickSendAccounts accounts, ClickSendSettings settings, VendorHttp http, ClockPort clock) {
        this.accounts = accounts;
        this.settings = settings;
        this.http = http;
        this.clock = clock;
    }

    Result<Connection, VendorFailure> of(ClientId client, String operation) {
        return accounts.of(client)
                .filter(account -> account.clientId().equals(client))
                .<Result<Connection, VendorFailure>>map(
                        account -> Result.ok(known.computeIfAbsent(account, this::connect)))
                .orElseGet(() -> Result.err(Failures.notConfigured(operation)));
    }

    /** A way to an account that is not connected yet, or no more. */
    Connection connect(ClickSendAccount account) {
        String credential = Fingerprint.of(account.username() + ":" + account.apiKey());
        Failures failures = new Failures(clock);
        VendorProfile profile = profile(account, credential, settings.pacing(), failures);
        return new Connection(
                account,
                http.api(profile, ClickSendApi.class),
                http.calls(profile),
                number -> http.calls(profile(account, credential + number, settings.perNumber(), failures)));
    }

    private VendorProfile profile(ClickSendAccount account, String lane, Pacing pacing, Failures failures) {
        String pair = account.username() + ":" + account.apiKey();
        String basic = "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        return new VendorProfile(
                Failures.VENDOR,
                lane,
                settings.base(),
                () -> Map.of("Authorization", basic),
                settings.readTimeout(),
                Failures.FIRST_WAIT,
                pacing,
                failures);
    }
}
