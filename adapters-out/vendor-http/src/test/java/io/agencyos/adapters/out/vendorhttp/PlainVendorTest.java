package io.agencyos.adapters.out.vendorhttp;

import feign.Param;
import feign.RequestLine;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The common cases on the plumbing itself. */
class PlainVendorTest extends VendorHttpContract {

    interface Things {
        record Thing(String id) {}

        @RequestLine(value = "GET /things/{id}", decodeSlash = false)
        Thing thing(@Param("id") String id);

        @RequestLine("POST /things")
        void make(Thing thing);
    }

    static final String KEY = "key-1f9a77c0";

    static VendorProfile profile(URI baseUrl, Pacing pacing) {
        return new VendorProfile(
                "plain",
                "main",
                baseUrl,
                () -> Map.of("Authorization", KEY),
                READ_TIMEOUT,
                Duration.ofSeconds(1),
                pacing,
                FailureDeviations.NONE);
    }

    static VendorHttp http(MonotonicTime time) {
        return new VendorHttp(() -> Instant.parse("2026-11-20T10:00:00Z"), new SteadyRandom(), time);
    }

    @Override
    protected Subject subject(URI baseUrl, MonotonicTime time) {
        VendorHttp http = http(time);
        VendorProfile profile = profile(baseUrl, new Pacing(5, 10));
        Things api = http.api(profile, Things.class);
        VendorCalls calls = http.calls(profile);
        return new Subject(
                () -> calls.read("thing", () -> api.thing("t1")),
                () -> calls.write("make", () -> api.make(new Things.Thing("t1"))),
                "{\"id\":\"t1\",\"more\":true}",
                List.of(KEY));
    }
}
