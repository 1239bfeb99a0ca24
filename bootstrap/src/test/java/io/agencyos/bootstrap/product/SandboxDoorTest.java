package io.agencyos.bootstrap.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.agencyos.adapters.out.sandbox.SandboxHouse;
import io.agencyos.application.deal.TwinCalendar;
import io.agencyos.application.outreach.sandbox.OutsideWorld;
import io.agencyos.application.outreach.sandbox.OutsideWorld.Answer;
import io.agencyos.application.outreach.sandbox.OutsideWorldContract;
import io.agencyos.domain.outreach.SimulatedKind;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.ClientId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The real world around twins: a house of sandboxes over HTTP, whose vendor of texts calls its hooks. */
class SandboxDoorTest extends OutsideWorldContract {

    private static final Instant NOW = Instant.parse("2026-03-02T00:00:00Z");

    private final ClientId twin = new ClientId(UUID.randomUUID());
    private final ClientId other = new ClientId(UUID.randomUUID());
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<String> told = new ArrayList<>();
    private volatile Instant now = NOW;
    private SandboxHouse house;
    private HttpServer product;
    private SandboxDoor door;

    @BeforeEach
    void open() throws IOException {
        house = SandboxHouse.open(SandboxHouse.Keeping.here(Optional.empty()).told(), () -> now);
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
    protected TwinCalendar calendar() {
        return door;
    }

    private int meetings(ClientId from) {
        return door.entries(from).size();
    }

    private String hook() {
        return "http://127.0.0.1:" + product.getAddress().getPort() + "/" + twin.text();
    }

    private JsonNode asked(String method, String path, String header, String value, String body) {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(house.address() + SandboxHouse.door(twin.text(), "key of " + twin.text()) + path))
                .header(header, value + "key of " + twin.text())
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

    private void called(String key) {
        asked(
                "POST",
                "/vapi/call",
                "Authorization",
                "Bearer ",
                "{'phoneNumberId':'pn_3f','customer':{'number':'%s','externalId':'%s'},'assistant':{'name':'Sam',"
                                .formatted(NUMBER, key)
                        + "'server':{'url':'" + hook() + "','headers':{'X-Vapi-Secret':'ours'}}}}");
    }

    private Answer ended(String key, String outcome, @Nullable Instant at) {
        return door.act(
                twin,
                new OutsideWorld.Act(
                        UUID.randomUUID(), SimulatedKind.CALL_ENDED, Channel.VOICE, key, NUMBER, null, outcome, at));
    }

    private String heard() {
        house.pump();
        synchronized (told) {
            return String.join("\n", told);
        }
    }

    @ParameterizedTest // api 4.1: call_ended, by the vendor's own end-of-call report
    @CsvSource({
        "answered,customer-ended-call",
        "unsubscribe,opt_out",
        "no_answer,customer-did-not-answer",
        "busy,customer-busy",
        "voicemail,voicemail",
        "failed,twilio-failed-to-connect-call"
    })
    void a_call_ends_as_it_is_told_to_and_once(String outcome, String word) {
        called("aos1-call");

        assertThat(ended("aos1-call", "gloriously", null)).isInstanceOf(Answer.Impossible.class);
        assertThat(ended("aos1-call", outcome, null)).isInstanceOf(Answer.Taken.class);

        assertThat(heard()).contains("end-of-call-report").contains(word);
        assertThat(ended("aos1-call", "busy", null)).as("it is over").isInstanceOf(Answer.Impossible.class);
    }

    @Test // api 4.1: at
    void what_is_ordered_for_later_happens_then_and_not_before() {
        called("aos1-later");
        assertThat(ended("aos1-later", "busy", NOW.plus(Duration.ofHours(2)))).isInstanceOf(Answer.Taken.class);
        assertThat(heard()).doesNotContain("customer-busy");

        now = NOW.plus(Duration.ofMinutes(119));
        assertThat(heard()).doesNotContain("customer-busy");

        now = NOW.plus(Duration.ofMinutes(120));
        assertThat(heard()).contains("customer-busy");
    }

    @ParameterizedTest // api 4.1: connection_accepted, by the vendor's own webhook
    @ValueSource(strings = {"https://www.linkedin.com/in/ivy-okafor", "in/ivy-okafor"})
    void whoever_was_invited_accepts_when_told_to_and_nobody_else(String person) {
        asked(
                "POST",
                "/unipile/api/v1/webhooks",
                "X-API-KEY",
                "",
                "{'source':'users','name':'ours','headers':[],'request_url':'" + hook() + "'}");
        String page = asked(
                        "POST",
                        "/unipile/api/v1/hosted/accounts/link",
                        "X-API-KEY",
                        "",
                        "{'name':'seat','expiresOn':'2026-03-03T00:00:00.000Z','notify_url':'" + hook() + "'}")
                .path("url")
                .asString();
        String seat = asked("GET", page.substring(page.indexOf("/unipile/")), "X-API-KEY", "", "")
                .path("account_id")
                .asString();
        String someone = asked("GET", "/unipile/api/v1/users/ivy-okafor?account_id=" + seat, "X-API-KEY", "", "")
                .path("provider_id")
                .asString();
        assertThat(accepted(person)).as("nobody invited anybody yet").isInstanceOf(Answer.NotReached.class);
        asked(
                "POST",
                "/unipile/api/v1/users/invite",
                "X-API-KEY",
                "",
                "{'account_id':'" + seat + "','provider_id':'" + someone + "'}");

        assertThat(accepted(person)).isInstanceOf(Answer.Taken.class);

        assertThat(heard()).contains("new_relation").contains("ivy-okafor");
        assertThat(accepted(person)).as("no invitation waits").isInstanceOf(Answer.Impossible.class);
    }

    private Answer accepted(String person) {
        return door.act(
                twin,
                new OutsideWorld.Act(
                        UUID.randomUUID(),
                        SimulatedKind.CONNECTION_ACCEPTED,
                        Channel.LINKEDIN,
                        "aos1-invite",
                        person,
                        null,
                        null,
                        null));
    }

    @Test // api 9.2: what the world remembers goes with its client
    void a_world_is_forgotten_with_its_bookings_and_its_neighbour_stays() {
        OutsideWorld.Booking booking =
                new OutsideWorld.Booking(UUID.randomUUID(), new EmailAddress("ivy@harbour-lane.example"), "Ivy", NOW);
        door.book(twin, booking);
        door.book(other, booking);

        assertThat(door.forgotten(twin)).isTrue();

        assertThat(meetings(twin)).isZero();
        assertThat(meetings(other)).isEqualTo(1);
        assertThat(door.forgotten(worldless())).isFalse();
    }

    @Test
    void whoever_orders_is_told_whether_there_is_no_sandbox_or_none_that_answers() {
        assertThat(ended(worldless(), "aos1-none"))
                .hasToString("Away[reason=No sandbox serves this process. Where several"
                        + " processes share a database, AGENCYOS_SANDBOX_URL names one for all of them.]");
        String address = house.address();
        house.close();
        assertThat(address).isNotEmpty();
        assertThat(ended(twin, "aos1-none")).hasToString("Away[reason=The sandbox does not answer.]");
    }

    private Answer ended(ClientId whose, String key) {
        return door.act(
                whose,
                new OutsideWorld.Act(
                        UUID.randomUUID(), SimulatedKind.CALL_ENDED, Channel.VOICE, key, NUMBER, null, null, null));
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
