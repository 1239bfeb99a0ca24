package io.agencyos.adapters.out.postoffice;

import io.agencyos.adapters.out.sandbox.SandboxClock;
import io.agencyos.adapters.out.sandbox.SandboxSettings;
import io.agencyos.adapters.out.sandbox.VendorSandbox;
import io.agencyos.adapters.out.sandbox.ledger.LedgerRow;
import io.agencyos.adapters.out.vendorhttp.ManualTime;
import io.agencyos.adapters.out.vendorhttp.SteadyRandom;
import io.agencyos.adapters.out.vendorhttp.VendorHttp;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.id.ClientId;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The adapter in front of the sandbox's post office, over real HTTP. */
final class SandboxOffice implements AutoCloseable {

    static final ClientId CLIENT = new ClientId(new UUID(0, 2));

    final SandboxClock clock = new SandboxClock(Instant.parse("2026-03-02T22:00:00Z"));
    final VendorSandbox sandbox = VendorSandbox.start(SandboxSettings.defaults().withPeople(20), clock);
    final VendorHttp http = new VendorHttp(clock::instant, new SteadyRandom(), new ManualTime());
    final PostOffice office = new PostOffice(
            client -> client.equals(CLIENT)
                    ? Optional.of(new PostOfficeAccount(CLIENT, new SecretText("sandbox-key")))
                    : Optional.empty(),
            PostOfficeSettings.at(URI.create(sandbox.postUrl())).unpaced().withReadTimeout(Duration.ofSeconds(2)),
            http);

    void pass(Duration time) {
        sandbox.pump(clock.instant().plus(time));
    }

    /** Keys of what was carried to somebody. */
    List<String> carried() {
        return sandbox.ledger().rows().stream()
                .filter(row -> row.kind() == LedgerRow.Kind.LETTER)
                .map(LedgerRow::aosKey)
                .toList();
    }

    @Override
    public void close() {
        http.close();
        sandbox.close();
    }
}
