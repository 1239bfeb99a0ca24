package io.agencyos.bootstrap.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.agencyos.adapters.out.sandbox.SandboxHouse;
import io.agencyos.application.outreach.sandbox.OutsideWorld;
import io.agencyos.application.outreach.sandbox.OutsideWorldContract;
import io.agencyos.domain.shared.ClientId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The real world around twins: a house of sandboxes over HTTP, whose vendor of texts calls its hooks. */
class SandboxDoorTest extends OutsideWorldContract {

    private static final Instant NOW = Instant.parse("2026-03-02T00:00:00Z");

    private final ClientId twin = new ClientId(UUID.randomUUID());
    private final ClientId other = new ClientId(UUID.randomUUID());
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<String> told = new ArrayList<>();
    private SandboxHouse house;
    private HttpServer product;
    private SandboxDoor door;

    @BeforeEach
    void open() throws IOException {
        house = SandboxHouse.open(SandboxHouse.Keeping.here(Optional.empty()).told(), () -> NOW);
        product = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        product.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            synchronized (told) {
                told.add(exchange.getRequestURI().getPath() + " " + body);
            }
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        product.start();
        door = new SandboxDoor(new TwinDoors() {

            @Override
            public Optional<URI> door(ClientId client) {
                return client.equals(twin) || client.equals(other)
                        ? Optional.of(URI.create(house.address() + SandboxHouse.door(client.text(), key(client))))
                        : Optional.empty();
            }

            @Override
            public String key(ClientId client) {
                return "key of " + client.text();
            }
        });
    }

    @AfterEach
    void close() {
        house.close();
        product.stop(0);
    }

    @Override
    protected OutsideWorld world() {
        return door;
    }

    @Override
    protected ClientId twin() {
        return twin;
    }

    @Override
    protected ClientId otherTwin() {
        return other;
    }

    @Override
    protected ClientId worldless() {
        return new ClientId(UUID.randomUUID());
    }

    @Override
    protected void texted(ClientId from, String key) {
        String hook = "http://127.0.0.1:" + product.getAddress().getPort() + "/" + from.text();
        assertThat(clicksend(
                        from,
                        from,
                        "/v3/automations/sms/receipts",
                        "{\"rule_name\":\"agency-os\",\"match_type\":0,\"action\":\"URL\",\"action_address\":\"" + hook
                                + "\",\"enabled\":1}"))
                .isLessThan(300);
        assertThat(clicksend(
                        from,
                        from,
                        "/v3/sms/send",
                        "{\"messages\":[{\"to\":\"" + NUMBER + "\",\"from\":\"+61491570110\",\"body\":\"Hi\","
                                + "\"custom_string\":\"" + key + "\"}]}"))
                .isLessThan(300);
    }

    private int clicksend(ClientId place, ClientId whose, String path, String body) {
        String pair = "sandbox:key of " + whose.text();
        HttpRequest request = HttpRequest.newBuilder(URI.create(house.address()
                        + SandboxHouse.door(place.text(), "key of " + place.text()) + "/clicksend" + path))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException broken) {
            throw new AssertionError(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    @Override
    protected int receipts(ClientId from, String key) {
        house.pump();
        synchronized (told) {
            return (int) told.stream()
                    .filter(call -> call.startsWith("/" + from.text()) && call.contains(key))
                    .count();
        }
    }

    @Override
    protected int meetings(ClientId from) {
        return door.bookings(from).size();
    }

    @Test // api 4.1: isolation as every table has it
    void a_key_opens_its_own_door_and_no_other() {
        texted(twin, "aos1-own");
        assertThat(clicksend(twin, other, "/v3/sms/send", "{\"messages\":[]}")).isEqualTo(401);
        assertThat(clicksend(other, twin, "/v3/sms/send", "{\"messages\":[]}")).isEqualTo(401);
        assertThat(house.size()).as("a wrong key opens nothing that costs").isLessThanOrEqualTo(2);
        assertThat(door.done(twin, "GET", "/_sandbox/ledger", null)).isPresent();
    }
}
