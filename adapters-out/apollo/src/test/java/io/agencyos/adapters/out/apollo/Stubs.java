package io.agencyos.adapters.out.apollo;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.request;
import static com.github.tomakehurst.wiremock.client.WireMock.requestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.agencyos.adapters.out.memory.kernel.MovableClock;
import io.agencyos.adapters.out.vendorhttp.ManualTime;
import io.agencyos.adapters.out.vendorhttp.SteadyRandom;
import io.agencyos.adapters.out.vendorhttp.VendorHttp;
import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.SecretText;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The vendor as stubs, and the adapter in front of it. Names are those of the specification's examples. */
final class Stubs implements AutoCloseable {

    static final ClientId CLIENT = new ClientId(new UUID(0, 2));
    static final String KEY = "apollo-key-8f31";
    static final ApolloAccount ACCOUNT = new ApolloAccount(CLIENT, "team", new SecretText(KEY));
    static final String SEARCH = "/mixed_people/api_search";
    static final String MATCH = "/people/match";
    static final String BULK = "/people/bulk_match";
    static final String CREDITS = "/usage_stats/credit_usage_stats";

    final MovableClock clock = new MovableClock(Instant.parse("2026-09-10T10:12:00Z"));
    final ManualTime time = new ManualTime();
    final WireMockServer server = new WireMockServer(wireMockConfig().dynamicPort());
    final VendorHttp http = new VendorHttp(clock, new SteadyRandom(), time);
    final Apollo apollo;

    Stubs() {
        server.start();
        apollo = new Apollo(
                client -> client.equals(CLIENT) ? Optional.of(ACCOUNT) : Optional.empty(),
                ApolloSettings.live().at(URI.create(server.baseUrl())).withReadTimeout(Duration.ofMillis(400)),
                http,
                clock);
        on("POST", CREDITS, credits(11_660));
    }

    static String credits(long left) {
        return "{\"credit_usage_stats\":{\"lead_credit\":{\"limit\":12000,\"consumed\":340,\"left_over\":" + left
                + "},\"direct_dial_credit\":{\"limit\":0,\"consumed\":0,\"left_over\":0}},"
                + "\"current_credit_cycle\":{\"start_date\":\"2026-09-01\",\"end_date\":\"2026-09-30\"}}";
    }

    void on(String method, String path, String body) {
        on(method, path, aResponse().withBody(body));
    }

    void on(String method, String path, ResponseDefinitionBuilder answer) {
        server.stubFor(request(method, urlPathEqualTo(path)).willReturn(answer));
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
