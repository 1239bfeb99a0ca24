package io.agencyos.adapters.out.vendorhttp;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.function.IntSupplier;

/**
 * Paces calls under one credential: {@code burst} at once, then {@code perSecond}, of which each process that shares the credential
 * has an equal part. Thread-safe. Source: vendors/index 3.
 */
final class TokenBucket {

    private final MonotonicTime time;
    private final IntSupplier processes;
    private final long nanosPerToken;
    private final long burstNanos;
    /** The moment from which the bucket has been filling; earlier than now by the worth of its tokens. */
    private long emptySince;

    /** @param processes how many share the pace now, at least 1 */
    TokenBucket(Pacing pacing, MonotonicTime time, IntSupplier processes) {
        this.time = time;
        this.processes = processes;
        this.nanosPerToken = Duration.ofSeconds(1).toNanos() / pacing.perSecond();
        this.burstNanos = nanosPerToken * pacing.burst();
        this.emptySince = time.nanos() - burstNanos;
    }

    /** How long a call has to wait if it comes now. */
    synchronized Duration waitNow() {
        return Duration.ofNanos(Math.max(0, filledSince() + interval() - time.nanos()));
    }

    /** Takes a token that may only be there later, and says how long to wait for it. */
    synchronized Duration take() {
        emptySince = filledSince() + interval();
        return Duration.ofNanos(Math.max(0, emptySince - time.nanos()));
    }

    /** Calls that may be made at once now, with two decimals, 0 to the burst. */
    synchronized BigDecimal level() {
        long nanos = Math.max(0, time.nanos() - filledSince());
        return BigDecimal.valueOf(nanos).divide(BigDecimal.valueOf(interval()), 2, RoundingMode.DOWN);
    }

    private long interval() {
        return nanosPerToken * processes.getAsInt();
    }

    /** A burst is shared too, but one call is always left of it. */
    private long filledSince() {
        return Math.max(emptySince, time.nanos() - Math.max(burstNanos, interval()));
    }
}
