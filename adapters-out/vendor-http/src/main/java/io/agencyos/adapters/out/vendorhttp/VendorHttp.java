package io.agencyos.adapters.out.vendorhttp;

import feign.Client;
import feign.Feign;
import feign.Request;
import feign.Retryer;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.RandomSource;
import io.agencyos.domain.shared.id.ClientId;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The one HTTP client of all vendor modules; pace and breaker are shared by everything under one credential. */
public final class VendorHttp implements AutoCloseable {

    record Lane(Pacing pacing, TokenBucket bucket, CallBreaker breaker, FairShare share, ClosedOperations closed) {}

    private record Caller(ClientId client, String vendor) {}

    private record Member(Caller of, String name) {}

    private final ClockPort clock;
    private final RandomSource random;
    private final MonotonicTime time;
    private final Client client;
    private final WordCounts words = new WordCounts();
    private final Map<String, Lane> lanes = new ConcurrentHashMap<>();
    private final Map<Caller, CallBreaker> callers = new ConcurrentHashMap<>();
    private final Map<Member, CallBreaker> members = new ConcurrentHashMap<>();
    private volatile int processes = 1;

    public VendorHttp(ClockPort clock, RandomSource random, MonotonicTime time) {
        this(clock, random, time, new JdkClient());
    }

    private VendorHttp(ClockPort clock, RandomSource random, MonotonicTime time, Client client) {
        this.clock = clock;
        this.random = random;
        this.time = time;
        this.client = client;
    }

    /** The same without a network, for a program that the vendors live in. */
    public static VendorHttp over(Wire wire, ClockPort clock, RandomSource random, MonotonicTime time) {
        return new VendorHttp(clock, random, time, new WireClient(wire));
    }

    /** So many processes call the vendors under the same credentials from now on: each takes its part of every pace. */
    public void sharedBy(int number) {
        processes = Math.max(1, number);
    }

    /** The Feign interface as an object. Call it only through {@link #calls}, which turns its exceptions into values. */
    public <A> A api(VendorProfile profile, Class<A> type) {
        JsonCodec codec = new JsonCodec(profile.vendor(), profile.words(), words);
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

    /** How calls under this profile are made, by whoever is alone with the credential. */
    public VendorCalls calls(VendorProfile profile) {
        return new VendorCalls(profile, clock, time, random, lane(profile), null, null);
    }

    /** The same for one of several clients that may share the credential: each has its share of the calls under way. */
    public VendorCalls calls(VendorProfile profile, ClientId client) {
        Lane lane = lane(profile);
        callers.put(new Caller(client, profile.vendor()), lane.breaker());
        return new VendorCalls(profile, clock, time, random, lane, client.text(), null);
    }

    /**
     * The same for one member of a client's account that may be out of order alone, such as a seat: what the vendor does not manage
     * for it silences it and nobody else; where the vendor cannot be reached at all, that counts against the account too.
     *
     * @param name what the vendor calls it
     */
    public VendorCalls member(VendorProfile profile, ClientId client, String name) {
        Caller caller = new Caller(client, profile.vendor());
        Lane lane = lane(profile);
        callers.put(caller, lane.breaker());
        CallBreaker own = members.computeIfAbsent(new Member(caller, name), key -> new CallBreaker(time));
        return new VendorCalls(profile, clock, time, random, lane, client.text(), own);
    }

    /**
     * The same for one line of the account, such as a number: it has a pace of its own, and goes silent with the account.
     *
     * @param line what tells it apart from the account's other lines
     */
    public VendorCalls line(VendorProfile account, String line, Pacing pacing) {
        CallBreaker breaker = lane(account).breaker();
        Lane lane = lanes.computeIfAbsent(
                account.vendor() + "/" + account.credential() + line, key -> newLane(pacing, breaker));
        return new VendorCalls(account, clock, time, random, lane, null, null);
    }

    /** For how long calls of this client to this vendor are not let through; empty where one may be made now. */
    public Optional<Duration> closedFor(ClientId of, String vendor) {
        return Optional.ofNullable(callers.get(new Caller(of, vendor)))
                .map(CallBreaker::closedFor)
                .filter(Duration::isPositive);
    }

    /** The same for one member of the client's account: for as long as the account or the member itself is silent. */
    public Optional<Duration> closedFor(ClientId of, String vendor, String member) {
        Optional<Duration> own = Optional.ofNullable(members.get(new Member(new Caller(of, vendor), member)))
                .map(CallBreaker::closedFor)
                .filter(Duration::isPositive);
        return Stream.concat(closedFor(of, vendor).stream(), own.stream()).max(Comparator.naturalOrder());
    }

    private Lane lane(VendorProfile profile) {
        return lanes.computeIfAbsent(
                profile.vendor() + "/" + profile.credential(), key -> newLane(profile.pacing(), new CallBreaker(time)));
    }

    private Lane newLane(Pacing pacing, CallBreaker breaker) {
        return new Lane(
                pacing,
                new TokenBucket(pacing, time, () -> processes),
                breaker,
                new FairShare(pacing.burst(), time),
                new ClosedOperations(time));
    }

    /**
     * What may be asked under a credential now.
     *
     * @param account the vendor and what tells its credentials apart
     * @param tokens calls that may be made at once, 0 to the burst
     */
    public record Level(String account, BigDecimal tokens, Pacing pacing) {}

    /** Of every credential that was used and has a pace, by account. */
    public List<Level> levels() {
        return lanes.entrySet().stream()
                .filter(lane -> !lane.getValue().pacing().equals(Pacing.UNLIMITED))
                .map(lane -> new Level(
                        lane.getKey(),
                        lane.getValue().bucket().level(),
                        lane.getValue().pacing()))
                .sorted(Comparator.comparing(Level::account))
                .toList();
    }

    /**
     * What a vendor's answers said.
     *
     * @param read answers, and words in them that are looked at
     * @param strange those of them that are not of the contract
     * @param example one of these, null where there is none
     */
    public record Words(
            String vendor, int read, int strange, @Nullable String example) {

        Words plus(Words later) {
            return new Words(
                    vendor,
                    read + later.read,
                    strange + later.strange,
                    later.example == null ? example : later.example);
        }
    }

    /** What vendors' answers said since this was last asked. */
    public List<Words> wordsSinceAskedLast() {
        return words.taken();
    }

    /** The clock that calls and their budgets are measured with. */
    public MonotonicTime time() {
        return time;
    }

    @Override
    public void close() {
        if (client instanceof JdkClient network) {
            network.close();
        }
    }
}
