package io.agencyos.adapters.out.apollo;

import io.agencyos.adapters.out.vendorhttp.MonotonicTime;
import io.agencyos.adapters.out.vendorhttp.SteadyRandom;
import io.agencyos.adapters.out.vendorhttp.VendorHttp;
import io.agencyos.adapters.out.vendorhttp.VendorHttpContract;
import io.agencyos.adapters.out.vendorhttp.VendorProfile;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** apollo 11 rows 36 to 38, and what every HTTP adapter must do. */
class ApolloHttpTest extends VendorHttpContract {

    @Override
    protected Subject subject(URI baseUrl, MonotonicTime time) {
        Instant now = Instant.parse("2026-11-20T10:00:00Z");
        VendorHttp http = new VendorHttp(() -> now, new SteadyRandom(), time);
        ApolloSettings settings = ApolloSettings.live().at(baseUrl).withReadTimeout(READ_TIMEOUT);
        Connection reading = new Connection(Stubs.ACCOUNT, settings, http, () -> now);
        return new Subject(
                reading::credits,
                () -> http.calls(profile(settings))
                        .write("enrich", () -> reading.api().match(Map.of("email", "priya@harbourlane.example"))),
                "{\"credit_usage_stats\":{\"lead_credit\":{\"left_over\":5}}}",
                List.of(Stubs.KEY, "priya@harbourlane.example"));
    }

    private static VendorProfile profile(ApolloSettings settings) {
        return Connection.profile(Stubs.ACCOUNT, settings, settings.readTimeout(), () -> Instant.EPOCH);
    }
}
