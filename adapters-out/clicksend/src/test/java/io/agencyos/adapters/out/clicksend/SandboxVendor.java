package io.agencyos.adapters.out.clicksend;

import io.agencyos.adapters.out.memory.platform.MemoryVendorObjects;
import io.agencyos.adapters.out.sandbox.SandboxClock;
import io.agencyos.adapters.out.sandbox.SandboxSettings;
import io.agencyos.adapters.out.sandbox.VendorSandbox;
import io.agencyos.adapters.out.sandbox.ledger.LedgerRow;
import io.agencyos.adapters.out.vendorhttp.ManualTime;
import io.agencyos.adapters.out.vendorhttp.SteadyRandom;
import io.agencyos.adapters.out.vendorhttp.VendorHttp;
import io.agencyos.application.outreach.channel.SmsCommand;
import io.agencyos.application.outreach.channel.TextCommands;
import io.agencyos.domain.shared.contact.PhoneNumber;
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
    static final PhoneNumber OURS = new PhoneNumber("+61491570110");

    final SandboxClock clock = new SandboxClock(Instant.parse("2026-03-02T22:00:00Z"));
    final VendorSandbox sandbox = VendorSandbox.start(SandboxSettings.defaults().withPeople(100), clock);
    final VendorHttp http = new VendorHttp(clock::instant, new SteadyRandom(), new ManualTime());
    final ClickSendAccount account = new ClickSendAccount(CLIENT, "sandbox", "sandbox-key");
    final ClickSend clicksend = new ClickSend(
            client -> client.equals(CLIENT) ? Optional.of(account) : Optional.empty(),
            ClickSendSettings.live().at(URI.create(sandbox.clicksendUrl())).withReadTimeout(Duration.ofSeconds(2)),
            http,
            new MemoryVendorObjects(),
            clock::instant);

    SmsCommand text(String name) {
        return TextCommands.text(CLIENT, OURS, name);
    }

    void pass(Duration time) {
        sandbox.pump(clock.instant().plus(time));
    }

    /** Keys of the texts that reached this number. */
    List<String> reached(PhoneNumber number) {
        return sandbox.ledger().rows().stream()
                .filter(row ->
                        row.kind() == LedgerRow.Kind.SMS && row.contactId().equals(number.e164()))
                .map(LedgerRow::aosKey)
                .toList();
    }

    @Override
    public void close() {
        http.close();
        sandbox.close();
    }
}
