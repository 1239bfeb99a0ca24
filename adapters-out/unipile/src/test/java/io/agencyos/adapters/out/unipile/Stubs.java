package io.agencyos.adapters.out.unipile;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.request;
import static com.github.tomakehurst.wiremock.client.WireMock.requestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.agencyos.adapters.out.memory.kernel.MovableClock;
import io.agencyos.adapters.out.memory.platform.MemoryVendorObjects;
import io.agencyos.adapters.out.vendorhttp.ManualTime;
import io.agencyos.adapters.out.vendorhttp.SteadyRandom;
import io.agencyos.adapters.out.vendorhttp.VendorHttp;
import io.agencyos.application.outreach.LinkedInCommand;
import io.agencyos.application.platform.VendorAccount;
import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.LinkedInUrl;
import io.agencyos.domain.shared.SeatId;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.TouchId;
import io.agencyos.domain.shared.TouchKind;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The vendor as stubs, and the adapter in front of it. Names are those of the specification's examples. */
final class Stubs implements AutoCloseable {

    static final ClientId CLIENT = new ClientId(new UUID(0, 2));
    static final String KEY = "uni-key-19c4";
    static final String SEAT = "acc_Sx1";
    static final String PRIYA = "ACoAAB22";
    static final String API = "/api/v1";
    static final String INVITE = API + "/users/invite";
    static final String SENT = API + "/users/invite/sent";
    static final String USER = API + "/users/priya-raman-example";
    static final String CHATS = API + "/chats";

    final MovableClock clock = new MovableClock(Instant.parse("2026-09-02T10:00:00Z"));
    final ManualTime time = new ManualTime();
    final MemoryVendorObjects objects = new MemoryVendorObjects();
    final WireMockServer server = new WireMockServer(wireMockConfig().dynamicPort());
    final VendorHttp http = new VendorHttp(clock, new SteadyRandom(), time);
    final UnipileAccount account;
    final Unipile unipile;

    Stubs() {
        server.start();
        account = new UnipileAccount(CLIENT, URI.create(server.baseUrl()), KEY);
        unipile = new Unipile(
                client -> client.equals(CLIENT) ? Optional.of(account) : Optional.empty(),
                UnipileSettings.live().unpaced().withReadTimeout(Duration.ofMillis(400)),
                http,
                objects,
                clock,
                new SteadyRandom());
        new Seats(objects).put(CLIENT, SEAT, new SeatId(new UUID(0, 21)));
        on("GET", USER, person("SECOND_DEGREE"));
    }

    VendorAccount stored() {
        return new VendorAccount(
                CLIENT, Unipile.VENDOR, server.baseUrl(), null, Map.of(), Map.of("access_token", new SecretText(KEY)));
    }

    static String person(String distance) {
        return "{\"object\":\"UserProfile\",\"provider_id\":\"" + PRIYA
                + "\",\"public_identifier\":\"priya-raman-example\",\"is_relationship\":false,\"network_distance\":\""
                + distance + "\",\"new_field\":[1]}";
    }

    static LinkedInCommand act(TouchKind kind, String text) {
        return new LinkedInCommand(
                CLIENT,
                new TouchId(new UUID(0, 7)),
                "aos1-70bcce1fee5606143c1aadbcc6eba3ee",
                kind,
                new LinkedInCommand.Seat(new SeatId(new UUID(0, 21)), SEAT),
                new LinkedInUrl(LinkedInUrl.Page.PERSON, "priya-raman-example"),
                null,
                text,
                null);
    }

    static LinkedInCommand invite() {
        return act(TouchKind.LI_INVITE, "");
    }

    static LinkedInCommand message(String text) {
        return act(TouchKind.LI_MESSAGE, text);
    }

    static String refusal(String type, int status) {
        return "{\"title\":\"No\",\"detail\":\"…\",\"type\":\"errors/" + type + "\",\"status\":" + status + "}";
    }

    static String items(@Nullable String cursor, String items) {
        return "{\"object\":\"List\",\"items\":[" + items + "],\"cursor\":"
                + (cursor == null ? "null" : "\"" + cursor + "\"") + "}";
    }

    void on(String method, String path, String body) {
        on(method, path, aResponse().withBody(body));
    }

    void on(String method, String path, int status, String body) {
        on(method, path, aResponse().withStatus(status).withBody(body));
    }

    void on(String method, String path, ResponseDefinitionBuilder answer) {
        server.stubFor(request(method, urlPathEqualTo(path)).willReturn(answer));
    }

    void onPage(String path, @Nullable String cursor, ResponseDefinitionBuilder answer) {
        server.stubFor(request("GET", urlPathEqualTo(path))
                .withQueryParam("cursor", cursor == null ? absent() : equalTo(cursor))
                .willReturn(answer));
    }

    List<LoggedRequest> asked(String method, String path) {
        return server.findAll(requestedFor(method, urlPathEqualTo(path)));
    }

    @Override
    public void close() {
        http.close();
        server.stop();
    }
}
