package io.agencyos.adapters.out.vendorhttp;

import feign.Feign;
import feign.Request;
import feign.Retryer;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.RandomSource;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The one HTTP client of all vendor modules; pace and breaker are shared by everything under one credential. */
public final class VendorHttp implements AutoCloseable {

    private record Lane(TokenBucket bucket, CallBreaker breaker, ClosedOperations closed) {}

    private final ClockPort clock;
    private final RandomSource random;
    private final MonotonicTime time;
    private final JdkClient client = new JdkClient();
    private final JsonCodec codec = new JsonCodec();
    private final Map<String, Lane> lanes = new ConcurrentHashMap<>();

    public VendorHttp(ClockPort clock, RandomSource random, MonotonicTime time) {
        this.clock = clock;
        this.random = random;
        this.time = time;
    }

    /** The Feign interface as an object. Call it only through {@link #calls}, which turns its exceptions into values. */
    public <A> A api(VendorProfile profile, Class<A> type) {
        return Feign.builder()
                .client(client)
                .encoder(codec)
                .decoder(codec)
                .errorDecoder(codec)
                .retryer(Retryer.NEVER_RETRY)
                .options(new Request.Options(Duration.ofSeconds(5), profile.readTimeout(), false))
                .requestInterceptor(request -> profile.headers().get().forEach(request::header))
                .target(type, profile.baseUrl().toString());
    }

    /** How calls under this profile are made. */
    public VendorCalls calls(VendorProfile profile) {
        Lane lane = lanes.computeIfAbsent(
                profile.vendor() + "/" + profile.credential(),
                key -> new Lane(
                        new TokenBucket(profile.pacing(), time), new CallBreaker(time), new ClosedOperations(time)));
        return new VendorCalls(profile, clock, time, random, lane.bucket(), lane.breaker(), lane.closed());
    }

    /** The clock that calls and their budgets are measured with. */
    public MonotonicTime time() {
        return time;
    }

    @Override
    public void close() {
        client.close();
    }
}
