package io.agencyos.adapters.out.clicksend;

import io.agencyos.adapters.out.memory.platform.MemoryVendorObjects;
import io.agencyos.adapters.out.vendorhttp.MonotonicTime;
import io.agencyos.adapters.out.vendorhttp.SteadyRandom;
import io.agencyos.adapters.out.vendorhttp.VendorHttp;
import io.agencyos.adapters.out.vendorhttp.VendorHttpContract;
import java.net.URI;
import java.time.Instant;
import java.util.List;

/** clicksend 12 rows 1 and 30, and what every HTTP adapter must do. */
class ClickSendHttpTest extends VendorHttpContract {

    @Override
    protected Subject subject(URI baseUrl, MonotonicTime time) {
        Instant now = Instant.parse("2026-11-20T10:00:00Z");
        Connection connection = Connection.to(
                Stubs.ACCOUNT,
                ClickSendSettings.live().at(baseUrl).withReadTimeout(READ_TIMEOUT),
                new VendorHttp(() -> now, new SteadyRandom(), time),
                () -> now);
        return new Subject(
                () -> new OwnNumbers(new MemoryVendorObjects(), () -> Instant.EPOCH).of(connection),
                () -> connection
                        .sending()
                        .apply("")
                        .write("send", () -> connection.api().send(new Wire.Texts(false, List.of()))),
                "{\"http_code\":200,\"data\":{\"last_page\":1,\"data\":[]}}",
                List.of(Stubs.KEY));
    }
}
