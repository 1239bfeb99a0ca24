package io.agencyos.adapters.out.vapi;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
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
import io.agencyos.application.outreach.VoiceCommand;
import io.agencyos.application.platform.VendorAccount;
import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.PhoneNumber;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.TouchId;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The vendor as stubs, and the adapter in front of it. Names are those of the specification's examples. */
final class Stubs implements AutoCloseable {

    static final ClientId CLIENT = new ClientId(UUID.fromString("0198f000-0000-7000-8000-000000000001"));
    static final String KEY = "vapi-key-4d2e";
    static final String OUR_KEY = "aos1-d8eab2a9a34384b8d207b385c770f494";
    static final String ID = "7c9f4b1e-3f40-4c0e-9b7f-1c2d3e4f5a6b";
    static final VapiAccount ACCOUNT =
            new VapiAccount(CLIENT, "org_1", new SecretText(KEY), new SecretText("hook-secret-91"), null);
    static final VendorAccount STORED = new VendorAccount(
            CLIENT,
            Vapi.VENDOR,
            "org_1",
            null,
            Map.of(),
            Map.of("api_key", new SecretText(KEY), "hook_secret", new SecretText("hook-secret-91")));

    final MovableClock clock = new MovableClock(Instant.parse("2026-09-02T10:00:00Z"));
    final ManualTime time = new ManualTime();
    final WireMockServer server = new WireMockServer(wireMockConfig().dynamicPort());
    final VendorHttp http = new VendorHttp(clock, new SteadyRandom(), time);
    final Vapi vapi;

    Stubs() {
        server.start();
        vapi = new Vapi(
                client -> client.equals(CLIENT) ? Optional.of(ACCOUNT) : Optional.empty(),
                VapiSettings.live().at(URI.create(server.baseUrl())).withReadTimeout(Duration.ofMillis(400)),
                http,
                new MemoryVendorObjects(),
                clock);
    }

    static VoiceCommand call() {
        return new VoiceCommand(
                CLIENT,
                new TouchId(new UUID(0, 7)),
                OUR_KEY,
                "pn_3f",
                new PhoneNumber("+61491570006"),
                "Priya Raman",
                "as_91c0",
                Map.of("lead_name", "Priya"));
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
