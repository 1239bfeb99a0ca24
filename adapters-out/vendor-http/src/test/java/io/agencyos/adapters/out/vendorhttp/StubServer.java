package io.agencyos.adapters.out.vendorhttp;

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
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A vendor as stubs, on a clock that a test moves. */
public abstract class StubServer implements AutoCloseable {

    public final MovableClock clock;
    public final ManualTime time = new ManualTime();
    public final WireMockServer server = new WireMockServer(wireMockConfig().dynamicPort());
    public final VendorHttp http;

    protected StubServer(Instant now) {
        clock = new MovableClock(now);
        http = new VendorHttp(clock, new SteadyRandom(), time);
        server.start();
    }

    public final URI base() {
        return URI.create(server.baseUrl());
    }

    public final void on(String method, String path, String body) {
        on(method, path, aResponse().withBody(body));
    }

    public final void on(String method, String path, int status, String body) {
        on(method, path, aResponse().withStatus(status).withBody(body));
    }

    public final void on(String method, String path, ResponseDefinitionBuilder answer) {
        server.stubFor(request(method, urlPathEqualTo(path)).willReturn(answer));
    }

    /** @param page what the parameter must be, null for a request without it */
    protected final void onPage(
            String path, String parameter, @Nullable String page, ResponseDefinitionBuilder answer) {
        server.stubFor(request("GET", urlPathEqualTo(path))
                .withQueryParam(parameter, page == null ? absent() : equalTo(page))
                .willReturn(answer));
    }

    public final List<LoggedRequest> asked(String method, String path) {
        return server.findAll(requestedFor(method, urlPathEqualTo(path)));
    }

    @Override
    public void close() {
        http.close();
        server.stop();
    }
}
