package io.agencyos.adapters.out.unipile;

import io.agencyos.adapters.out.vendorhttp.MonotonicTime;
import io.agencyos.adapters.out.vendorhttp.SteadyRandom;
import io.agencyos.adapters.out.vendorhttp.VendorHttp;
import io.agencyos.adapters.out.vendorhttp.VendorHttpContract;
import java.net.URI;
import java.time.Instant;
import java.util.List;

/** unipile 13 rows 1 and 26, and what every HTTP adapter must do. */
class UnipileHttpTest extends VendorHttpContract {

    @Override
    protected Subject subject(URI baseUrl, MonotonicTime time) {
        UnipileAccount account = new UnipileAccount(Stubs.CLIENT, baseUrl, Stubs.KEY);
        Connection connection = Connection.to(
                account,
                UnipileSettings.live().unpaced().withReadTimeout(READ_TIMEOUT),
                new VendorHttp(() -> Instant.parse("2026-11-20T10:00:00Z"), new SteadyRandom(), time));
        return new Subject(
                () -> Invitations.pending(connection, Stubs.SEAT),
                () -> connection
                        .calls()
                        .write("invite", () -> connection.speech().invite("s", "p", null)),
                "{\"items\":[],\"cursor\":null}",
                List.of(Stubs.KEY));
    }
}
