package io.agencyos.adapters.out.vendorhttp;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * How much time all calls of one operation may take together, waiting included. Every call made inside {@link #within}
 * cuts its time-out to what is left; a wait that would outlive the budget is not begun. Source: outreach 4.3 V.
 */
public final class CallBudget {

    private static final ScopedValue<CallBudget> CURRENT = ScopedValue.newInstance();

    private final MonotonicTime time;
    private final long endNanos;

    private CallBudget(MonotonicTime time, Duration total) {
        this.time = time;
        this.endNanos = time.nanos() + total.toNanos();
    }

    /** Runs {@code work} on a fresh budget. */
    public static <T> T within(Duration total, MonotonicTime time, Supplier<T> work) {
        return ScopedValue.where(CURRENT, new CallBudget(time, total)).call(work::get);
    }

    /** What the current operation has left, never negative; empty when it is not limited. */
    static Optional<Duration> left() {
        if (!CURRENT.isBound()) {
            return Optional.empty();
        }
        CallBudget budget = CURRENT.get();
        return Optional.of(Duration.ofNanos(Math.max(0, budget.endNanos - budget.time.nanos())));
    }

    static boolean allows(Duration wait) {
        return left().map(rest -> rest.compareTo(wait) > 0).orElse(true);
    }
}
