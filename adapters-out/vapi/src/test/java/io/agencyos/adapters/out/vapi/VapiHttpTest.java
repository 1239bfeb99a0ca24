package io.agencyos.adapters.out.vapi;

import io.agencyos.adapters.out.vendorhttp.MonotonicTime;
import io.agencyos.adapters.out.vendorhttp.SteadyRandom;
import io.agencyos.adapters.out.vendorhttp.VendorHttp;
import io.agencyos.adapters.out.vendorhttp.VendorHttpContract;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** vapi 12 rows 30 and 31, and what every HTTP adapter must do. */
class VapiHttpTest extends VendorHttpContract {

    @Override
    protected Subject subject(URI baseUrl, MonotonicTime time) {
        Connection connection = Connection.to(
                Stubs.ACCOUNT,
                VapiSettings.live().at(baseUrl).withReadTimeout(READ_TIMEOUT),
                new VendorHttp(() -> Instant.parse("2026-11-20T10:00:00Z"), new SteadyRandom(), time));
        return new Subject(
                () -> connection.calls().read("call", () -> connection.api().call("x")),
                () -> connection
                        .starting()
                        .apply("pn")
                        .write(
                                "send",
                                () -> connection
                                        .api()
                                        .call(new Wire.Call(
                                                "n",
                                                "a",
                                                null,
                                                "pn",
                                                new Wire.Customer("+61491570006", "Priya", "n", true),
                                                new Wire.Overrides(Map.of(), Map.of(), null)))),
                "{\"id\":\"x\"}",
                List.of(Stubs.KEY, "+61491570006"));
    }
}
