package io.agencyos.adapters.out.salesforge;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.request;
import static com.github.tomakehurst.wiremock.client.WireMock.requestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import io.agencyos.adapters.out.memory.kernel.MovableClock;
import io.agencyos.adapters.out.memory.platform.MemoryVendorObjects;
import io.agencyos.adapters.out.vendorhttp.ManualTime;
import io.agencyos.adapters.out.vendorhttp.SteadyRandom;
import io.agencyos.adapters.out.vendorhttp.VendorHttp;
import io.agencyos.application.outreach.channel.EmailCommands;
import io.agencyos.domain.resource.DomainHealth;
import io.agencyos.domain.resource.Mailbox;
import io.agencyos.domain.resource.MailboxState;
import io.agencyos.domain.shared.contact.DomainName;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.ResourceId;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The vendor as stubs, and the adapter in front of it. Names are those of the specification's examples. */
final class Vendor implements AutoCloseable {

    static final ClientId CLIENT = new ClientId(new UUID(0, 2));
    static final String KEY = "sf-key-5c1d";
    static final String WARM_KEY = "wf-key-9b7e";
    static final String WS = "/workspaces/wks_1";
    static final Mailbox M = mailbox(CLIENT, "mbox_77");
    static final Duration READ_TIMEOUT = Duration.ofMillis(1_500);

    final MovableClock clock = new MovableClock(Instant.parse("2026-09-01T00:00:00Z"));
    final ManualTime time = new ManualTime();
    final MemoryVendorObjects objects = new MemoryVendorObjects();
    final WireMockServer server = new WireMockServer(wireMockConfig().dynamicPort());
    final VendorHttp http = new VendorHttp(clock, new SteadyRandom(), time);
    final SalesforgeAccount account = new SalesforgeAccount(CLIENT, "wks_1", KEY, WARM_KEY, "wfs_1", true, false);
    final SalesforgeAccounts accounts = client -> client.equals(CLIENT) ? Optional.of(account) : Optional.empty();
    final Salesforge salesforge;

    Vendor() {
        server.start();
        URI base = URI.create(server.baseUrl());
        SalesforgeSettings settings =
                SalesforgeSettings.live().at(base, URI.create(base + "/warm")).withReadTimeout(READ_TIMEOUT);
        salesforge = new Salesforge(accounts, settings, http, objects, clock);
    }

    static Mailbox mailbox(ClientId client, @Nullable String ref) {
        return new Mailbox(
                new ResourceId(new UUID(0, 1)),
                client,
                new EmailAddress("sam@hello-harbour.example"),
                new ResourceId(new UUID(0, 3)),
                new DomainName("hello-harbour.example"),
                "salesforge",
                ref,
                MailboxState.CONNECTED,
                DomainHealth.GOOD,
                null,
                true,
                null,
                null);
    }

    EmailCommands email() {
        return EmailCommands.email(M, "Harbour Lane", "priya@harbourlane.example", clock.now());
    }

    /** Answers this request so, every time. */
    void on(String method, String path, ResponseDefinitionBuilder answer) {
        server.stubFor(mapping(method, path).willReturn(answer));
    }

    void on(String method, String path, int status, String body) {
        on(method, path, aResponse().withStatus(status).withBody(body));
    }

    /** Answers this page of a list so. */
    void onPage(String path, int offset, ResponseDefinitionBuilder answer) {
        server.stubFor(mapping("GET", path)
                .withQueryParam("offset", WireMock.equalTo(String.valueOf(offset)))
                .willReturn(answer));
    }

    static ResponseDefinitionBuilder json(String body) {
        return aResponse().withBody(body);
    }

    static String page(int total, String items) {
        return "{\"data\":[" + items + "],\"limit\":100,\"offset\":0,\"total\":" + total + ",\"new\":{\"field\":1}}";
    }

    /** Answers these in turn; the last one stays. */
    void inTurn(String method, String path, ResponseDefinitionBuilder... answers) {
        for (int i = 0; i < answers.length; i++) {
            String state = i == 0 ? Scenario.STARTED : "step " + i;
            String next = i == answers.length - 1 ? state : "step " + (i + 1);
            server.stubFor(mapping(method, path)
                    .inScenario(method + path)
                    .whenScenarioStateIs(state)
                    .willReturn(answers[i])
                    .willSetStateTo(next));
        }
    }

    private static MappingBuilder mapping(String method, String path) {
        return request(method, urlPathEqualTo(path));
    }

    int requests() {
        return server.getAllServeEvents().size();
    }

    int requests(String method, String path) {
        return server.findAll(requestedFor(method, urlPathEqualTo(path))).size();
    }

    String body(String method, String path) {
        return server.findAll(requestedFor(method, urlPathEqualTo(path)))
                .getLast()
                .getBodyAsString();
    }

    /** What was asked, in order: method and path without the query. */
    List<String> journal() {
        // newest first, and several within a millisecond
        return server.getAllServeEvents().reversed().stream()
                .sorted(Comparator.comparing(
                        (ServeEvent event) -> event.getRequest().getLoggedDate()))
                .map(event -> event.getRequest().getMethod() + " "
                        + URI.create(event.getRequest().getUrl()).getPath())
                .toList();
    }

    /** A carrier of the mailbox, made and active. */
    void carrier(int k) {
        objects.put(new Carrier(CLIENT, "mbox_77", k, Carrier.State.ACTIVE, "seq_c" + k).object());
    }

    static String contact(String... sequencesAndStates) {
        StringBuilder sequences = new StringBuilder();
        for (int i = 0; i < sequencesAndStates.length; i += 2) {
            sequences
                    .append(i == 0 ? "" : ",")
                    .append("{\"id\":\"")
                    .append(sequencesAndStates[i])
                    .append("\",\"name\":\"aos\",\"status\":\"")
                    .append(sequencesAndStates[i + 1])
                    .append("\"}");
        }
        return "{\"id\":\"lead_9f1c2d\",\"email\":\"priya@harbourlane.example\",\"sequences\":[" + sequences + "]}";
    }

    /** Everything goes well: contact lead_9f1c2d, nothing joined yet, carrier 1 ready to be joined. */
    void willing() {
        carrier(1);
        on("POST", WS + "/contacts", 201, contact());
        on("GET", WS + "/contacts/lead_9f1c2d", 200, contact());
        on("PUT", WS + "/sequences/seq_c1/contacts", 204, "");
        on("GET", WS + "/sending-data", 200, page(0, ""));
    }

    @Override
    public void close() {
        http.close();
        server.stop();
    }
}
