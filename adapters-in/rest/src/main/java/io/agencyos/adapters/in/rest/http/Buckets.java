package io.agencyos.adapters.in.rest.http;

import io.agencyos.adapters.in.rest.route.Problem;
import io.agencyos.adapters.in.rest.route.ProblemCode;
import io.agencyos.adapters.in.rest.route.RateLimit;
import io.agencyos.application.shared.ClockPort;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Token buckets of this node, each kept as the one instant at which it will be full again. Source: api 5.
 */
final class Buckets {

    private static final int MANY = 50_000;

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
    private final Map<Key, Instant> fullAt = new ConcurrentHashMap<>();

    Buckets(ClockPort clock, boolean enabled) {
        this.clock = clock;
        this.enabled = enabled;
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
        return Optional.ofNullable(grant.get());
    }
}
