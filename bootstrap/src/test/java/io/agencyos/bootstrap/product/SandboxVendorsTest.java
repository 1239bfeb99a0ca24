package io.agencyos.bootstrap.product;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.out.sandbox.SandboxHouse;
import io.agencyos.application.outreach.sandbox.TwinVendors;
import io.agencyos.application.outreach.sandbox.TwinVendorsContract;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.id.ClientId;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The vendors' pages of a house of sandboxes, over HTTP. */
class SandboxVendorsTest extends TwinVendorsContract {

    private static final Instant NOW = Instant.parse("2026-03-02T00:00:00Z");

    private final ClientId twin = new ClientId(UUID.randomUUID());
    private final ClientId other = new ClientId(UUID.randomUUID());
    private final HttpClient http = HttpClient.newHttpClient();
    private final SandboxHouse house =
            SandboxHouse.open(SandboxHouse.Keeping.here(Optional.empty()).told(), () -> NOW);

    private final TwinDoors doors = new TwinDoors() {

        @Override
        public Optional<URI> door(ClientId client) {
            return Set.of(twin, other).contains(client)
                    ? Optional.of(URI.create(house.address() + SandboxHouse.door(client.text(), key(client))))
                    : Optional.empty();
        }

        @Override
        public String key(ClientId client) {
            return "key of " + client.text();
        }
    };

    private final SandboxVendors vendors =
            new SandboxVendors(new SandboxDoor(doors), doors, client -> false, () -> NOW);

    @AfterEach
    void close() {
        house.close();
    }

    @Override
    protected TwinVendors vendors() {
        return vendors;
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
    protected ClientId unserved() {
        return new ClientId(UUID.randomUUID());
    }

    private JsonNode asked(ClientId whose, String method, String path, String header, String value, String body) {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(doors.door(whose).orElseThrow() + path))
                .header(header, value)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body.replace('\'', '"')))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
            return JsonMapper.shared().readTree(answer.body());
        } catch (IOException broken) {
            throw new AssertionError(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    @Override
    protected List<String> mailboxes(ClientId whose) {
        String core = "/salesforge/public/v2/workspaces";
        return asked(whose, "GET", core, "Authorization", doors.key(whose), "")
                .path("data")
                .valueStream()
                .map(one -> one.path("id").asString())
                .flatMap(
                        id -> asked(whose, "GET", core + "/" + id + "/mailboxes", "Authorization", doors.key(whose), "")
                                .path("data")
                                .valueStream())
                .map(box -> box.path("address").asString())
                .toList();
    }

    @Override
    protected boolean has(ClientId whose, Channel line, String number) {
        String basic = "Basic "
                + Base64.getEncoder().encodeToString(("sandbox:" + doors.key(whose)).getBytes(StandardCharsets.UTF_8));
        JsonNode numbers = line == Channel.SMS
                ? asked(whose, "GET", "/clicksend/v3/numbers", "Authorization", basic, "")
                : asked(whose, "GET", "/vapi/phone-number", "Authorization", "Bearer " + doors.key(whose), "");
        return numbers.toString().contains(number);
    }

    @Override
    protected URI page(ClientId whose) {
        return URI.create(asked(
                        whose,
                        "POST",
                        "/unipile/api/v1/hosted/accounts/link",
                        "X-API-KEY",
                        doors.key(whose),
                        "{'name':'seat','expiresOn':'2026-03-03T00:00:00.000Z','notify_url':'http://127.0.0.1:1/'}")
                .path("url")
                .asString());
    }

    @Override
    protected int signedIn(ClientId whose) {
        return asked(whose, "GET", "/unipile/api/v1/accounts", "X-API-KEY", doors.key(whose), "")
                .path("items")
                .size();
    }

    @Test // api 9.2: inside the installation nobody has to answer
    void a_house_of_our_own_is_not_asked_to_forget() {
        house.close();

        assertThat(new SandboxVendors(new SandboxDoor(doors), doors, client -> true, () -> NOW).forget(twin))
                .isTrue();
        assertThat(vendors.forget(twin)).isFalse();
    }
}
