package io.agencyos.adapters.out.anthropic;

import io.agencyos.adapters.out.vendorhttp.MonotonicTime;
import io.agencyos.adapters.out.vendorhttp.SteadyRandom;
import io.agencyos.adapters.out.vendorhttp.VendorHttp;
import io.agencyos.adapters.out.vendorhttp.VendorHttpContract;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What every HTTP adapter must do. */
class AnthropicHttpTest extends VendorHttpContract {

    @Override
    protected Subject subject(URI baseUrl, MonotonicTime time) {
        VendorHttp http = new VendorHttp(() -> Instant.parse("2026-11-20T10:00:00Z"), new SteadyRandom(), time);
        Anthropic.Way way = Anthropic.way(
                Stubs.ACCOUNT, AnthropicSettings.live().at(baseUrl).withReadTimeout(READ_TIMEOUT), http);
        return new Subject(
                () -> Anthropic.look(way, "claude-haiku-5-5"),
                () -> way.calls().write("complete", () -> way.api().complete(Map.of("model", "claude-haiku-5-5"))),
                "{\"id\":\"claude-haiku-5-5\",\"display_name\":\"Haiku\"}",
                List.of(Stubs.KEY, "priya@harbourlane.example"));
    }
}
