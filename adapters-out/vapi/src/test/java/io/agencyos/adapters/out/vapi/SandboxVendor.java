package io.agencyos.adapters.out.vapi;

import io.agencyos.adapters.out.memory.platform.MemoryVendorObjects;
import io.agencyos.adapters.out.sandbox.SandboxClock;
import io.agencyos.adapters.out.sandbox.SandboxSettings;
import io.agencyos.adapters.out.sandbox.VendorSandbox;
import io.agencyos.adapters.out.sandbox.ledger.LedgerRow;
import io.agencyos.adapters.out.vendorhttp.ManualTime;
import io.agencyos.adapters.out.vendorhttp.SteadyRandom;
import io.agencyos.adapters.out.vendorhttp.VendorHttp;
import io.agencyos.application.outreach.channel.VoiceCommand;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.id.ClientId;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The adapter in front of the vendor sandbox, over real HTTP. */
final class SandboxVendor implements AutoCloseable {

    static final ClientId CLIENT = new ClientId(new UUID(0, 2));

    final SandboxClock clock = new SandboxClock(Instant.parse("2026-03-02T22:00:00Z"));
    final VendorSandbox sandbox = VendorSandbox.start(SandboxSettings.defaults().withPeople(100), clock);
    final VendorHttp http = new VendorHttp(clock::instant, new SteadyRandom(), new ManualTime());
    final VapiAccount account;
    final Vapi vapi;

    SandboxVendor() {
        this(false);
    }

    SandboxVendor(boolean carriesAssistants) {
        account = new VapiAccount(
                CLIENT,
                "org_1",
                new SecretText("sandbox-key"),
                new SecretText("sandbox-vapi-secret"),
                "cred_hmac_1",
                carriesAssistants);
        vapi = new Vapi(
                client -> client.equals(CLIENT) ? Optional.of(account) : Optional.empty(),
                VapiSettings.live().at(URI.create(sandbox.vapiUrl())).withReadTimeout(Duration.ofSeconds(2)),
                http,
                new MemoryVendorObjects(),
                clock::instant);
    }

    void pass(Duration time) {
        sandbox.pump(clock.instant().plus(time));
    }

    /** Keys of the calls that rang this number. */
    List<String> reached(VoiceCommand command) {
        return sandbox.ledger().rows().stream()
                .filter(row -> row.kind() == LedgerRow.Kind.CALL
                        && row.contactId().equals(command.to().e164()))
                .map(LedgerRow::aosKey)
                .toList();
    }

    @Override
    public void close() {
        http.close();
        sandbox.close();
    }
}
