package io.agencyos.adapters.out.unipile;

import io.agencyos.adapters.out.memory.platform.MemoryVendorObjects;
import io.agencyos.adapters.out.sandbox.SandboxClock;
import io.agencyos.adapters.out.sandbox.SandboxSettings;
import io.agencyos.adapters.out.sandbox.VendorSandbox;
import io.agencyos.adapters.out.sandbox.ledger.LedgerRow;
import io.agencyos.adapters.out.vendorhttp.Fields;
import io.agencyos.adapters.out.vendorhttp.ManualTime;
import io.agencyos.adapters.out.vendorhttp.SteadyRandom;
import io.agencyos.adapters.out.vendorhttp.VendorHttp;
import io.agencyos.application.outreach.channel.LinkedInCommand;
import io.agencyos.application.resource.seat.SeatLinking;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.SeatId;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The adapter in front of the vendor sandbox, over real HTTP. */
final class SandboxVendor implements AutoCloseable {

    static final ClientId CLIENT = new ClientId(new UUID(0, 2));
    static final SeatId SEAT = new SeatId(new UUID(0, 21));

    final SandboxClock clock = new SandboxClock(Instant.parse("2026-03-02T22:00:00Z"));
    final VendorSandbox sandbox = VendorSandbox.start(SandboxSettings.defaults().withPeople(100), clock);
    final VendorHttp http = new VendorHttp(clock::instant, new SteadyRandom(), new ManualTime());
    final UnipileAccount account;
    final Unipile unipile;
    private final HttpClient browser = HttpClient.newHttpClient();

    SandboxVendor() {
        this(UnipileAccount.Dialect.V1);
    }

    SandboxVendor(UnipileAccount.Dialect dialect) {
        account = new UnipileAccount(CLIENT, URI.create(sandbox.unipileUrl()), "sandbox-key", dialect);
        unipile = new Unipile(
                client -> client.equals(CLIENT) ? Optional.of(account) : Optional.empty(),
                UnipileSettings.live().unpaced().withReadTimeout(Duration.ofSeconds(2)),
                http,
                new MemoryVendorObjects(),
                clock::instant,
                new SteadyRandom());
    }

    SeatLinking.Link link(SeatId seat) {
        return link(seat, null);
    }

    SeatLinking.Link link(SeatId seat, @Nullable String reconnect) {
        return unipile.seatLinking()
                .createLink(new SeatLinking.Request(
                        CLIENT,
                        seat,
                        URI.create("http://127.0.0.1:1/hooks"),
                        URI.create("https://app.agency.example/seats?ok"),
                        URI.create("https://app.agency.example/seats?failed"),
                        reconnect))
                .orElseThrow();
    }

    /** Opens the vendor's page and answers what it will call back. */
    JsonNode visit(SeatLinking.Link link) {
        try {
            return Fields.parse(
                    browser.send(HttpRequest.newBuilder(link.page()).build(), HttpResponse.BodyHandlers.ofByteArray())
                            .body());
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    SeatLinking.Linked confirm(JsonNode callback) {
        return unipile.seatLinking()
                .confirm(
                        CLIENT,
                        Fields.text(callback, "name").orElseThrow(),
                        Fields.text(callback, "account_id").orElseThrow())
                .orElseThrow();
    }

    /** A seat that is connected, by the vendor's name. */
    String seat() {
        return confirm(visit(link(SEAT))).vendorRef();
    }

    void pass(Duration time) {
        sandbox.pump(clock.instant().plus(time));
    }

    /** What reached the person of this act. */
    List<String> reached(LinkedInCommand act) {
        String person = unipile.outreach()
                .resolve(CLIENT, act.seat().vendorRef(), act.profile())
                .orElseThrow()
                .personRef();
        return sandbox.ledger().rows().stream()
                .filter(row -> row.contactId().equals(person))
                .map(LedgerRow::emailId)
                .toList();
    }

    @Override
    public void close() {
        http.close();
        sandbox.close();
    }
}
