package io.agencyos.adapters.in.http.server;

import io.agencyos.adapters.in.http.route.Problem;
import io.agencyos.adapters.in.http.route.ProblemCode;
import io.agencyos.adapters.in.http.route.RateLimit;
import io.agencyos.application.platform.ShareBuckets;
import io.agencyos.application.platform.SharedBuckets;
import io.agencyos.application.platform.SharedBuckets.Bucket;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.StorageUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Token buckets, each kept as the one instant at which it will be full again: this node's own, or permits that it draws in
 * advance from those that all nodes share, a sixth of a burst at a time where permits grow within a second, one by one else.
 * What is drawn is good for as long as it takes to grow again. Where the shared ones cannot be reached, its own do.
 * Source: api 5.
 */
final class Buckets {

    private static final Logger LOG = LoggerFactory.getLogger(Buckets.class);
    private static final int MANY = 50_000;
    private static final int PART = 6;
    private static final Duration ONE_SECOND = Duration.ofSeconds(1);

    /** Whose bucket it is. */
    private record Key(RateLimit limit, String owner) {}

    /**
     * What came of asking.
     *
     * @param retryAfter zero where it was granted
     */
    record Grant(RateLimit limit, long remaining, Duration retryAfter) {

        boolean isRefused() {
            return retryAfter.isPositive();
        }

        Problem problem() {
            long seconds = Math.max(1, retryAfter.plusMillis(999).toSeconds());
            return Problem.of(ProblemCode.RATE_LIMITED, "Too many requests; slow down.")
                    .with("limit", limit.permits())
                    .with("retry_after_s", seconds)
                    .retryAfter(seconds);
        }

        Answer on(Answer answer) {
            String name = '"' + limit.wire() + '"';
            String policy =
                    name + ";q=" + limit.permits() + ";w=" + limit.window().toSeconds();
            return answer.with(Map.of("RateLimit-Policy", policy, "RateLimit", name + ";r=" + remaining));
        }
    }

    private final ClockPort clock;
    private final boolean enabled;
    private final Optional<ShareBuckets> shared;
    private final Map<Key, Instant> fullAt = new ConcurrentHashMap<>();
    private final Map<Key, Drawn> drawn = new ConcurrentHashMap<>();

    /** What this node has drawn of a shared bucket; guarded by itself. */
    private static final class Drawn {

        private int permits;
        private Instant goodUntil = Instant.MIN;
        private Instant emptyUntil = Instant.MIN;
        private long left;
    }

    /** Of one node alone. */
    Buckets(ClockPort clock, boolean enabled) {
        this(clock, enabled, Optional.empty());
    }

    Buckets(ClockPort clock, boolean enabled, Optional<ShareBuckets> shared) {
        this.clock = clock;
        this.enabled = enabled;
        this.shared = shared;
    }

    /** Takes one permit of this limit and of those beside it that hold for longer, up to the first that refuses. */
    List<Grant> takeAll(RateLimit limit, String owner) {
        List<Grant> grants = new ArrayList<>();
        Optional<RateLimit> next = Optional.of(limit);
        while (next.isPresent() && grants.stream().noneMatch(Grant::isRefused)) {
            take(next.get(), owner).ifPresent(grants::add);
            next = next.flatMap(RateLimit::longer);
        }
        return grants;
    }

    /** Takes one permit; empty where nothing is limited. */
    Optional<Grant> take(RateLimit limit, String owner) {
        if (!enabled) {
            return Optional.empty();
        }
        Instant now = clock.now();
        if (shared.isPresent()) {
            try {
                return Optional.of(drawn(shared.get(), new Key(limit, owner), now));
            } catch (StorageUnavailable away) {
                LOG.debug("the shared buckets cannot be reached", away);
            }
        }
        return Optional.of(own(limit, owner, now));
    }

    private Grant drawn(ShareBuckets from, Key key, Instant now) {
        if (drawn.size() > MANY) {
            drawn.values().removeIf(one -> one.goodUntil.isBefore(now) && one.emptyUntil.isBefore(now));
        }
        RateLimit limit = key.limit();
        Drawn mine = drawn.computeIfAbsent(key, fresh -> new Drawn());
        synchronized (mine) {
            if (mine.permits == 0 || mine.goodUntil.isBefore(now)) {
                if (mine.emptyUntil.isAfter(now)) {
                    return new Grant(limit, 0, Duration.between(now, mine.emptyUntil));
                }
                draw(from, key, mine, now);
            }
            if (mine.permits == 0) {
                return new Grant(limit, 0, Duration.between(now, mine.emptyUntil));
            }
            mine.permits--;
            return new Grant(limit, mine.left + mine.permits, Duration.ZERO);
        }
    }

    private static void draw(ShareBuckets from, Key key, Drawn mine, Instant now) {
        RateLimit limit = key.limit();
        int wished = limit.interval().compareTo(ONE_SECOND) > 0 ? 1 : Math.max(1, limit.burst() / PART);
        SharedBuckets.Taken taken =
                from.take(new Bucket(limit.wire(), key.owner(), limit.interval(), limit.burst()), wished);
        Instant least =
                taken.fullAt().plus(limit.interval()).minus(limit.interval().multipliedBy(limit.burst()));
        mine.permits = taken.permits();
        mine.goodUntil = now.plus(limit.interval().multipliedBy(wished));
        mine.emptyUntil = taken.permits() > 0 ? Instant.MIN : least;
        mine.left = Math.max(0, Duration.between(least, now).dividedBy(limit.interval()) + 1);
    }

    private Grant own(RateLimit limit, String owner, Instant now) {
        if (fullAt.size() > MANY) {
            fullAt.values().removeIf(full -> full.isBefore(now));
        }
        AtomicReference<Grant> grant = new AtomicReference<>();
        fullAt.compute(new Key(limit, owner), (key, full) -> {
            Instant from = full == null || full.isBefore(now) ? now : full;
            Instant then = from.plus(limit.interval());
            Duration over = Duration.between(now.plus(limit.interval().multipliedBy(limit.burst())), then);
            if (over.isPositive()) {
                grant.set(new Grant(limit, 0, over));
                return from;
            }
            grant.set(new Grant(limit, over.abs().dividedBy(limit.interval()), Duration.ZERO));
            return then;
        });
        return grant.get();
    }
}
