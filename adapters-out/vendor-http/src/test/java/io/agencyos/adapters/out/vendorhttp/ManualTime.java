package io.agencyos.adapters.out.vendorhttp;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Time that passes when somebody waits, and at once. */
public final class ManualTime implements MonotonicTime {

    private long nanos = 1;
    private final List<Duration> slept = new ArrayList<>();

    @Override
    public synchronized long nanos() {
        return nanos;
    }

    @Override
    public synchronized void sleep(Duration duration) {
        if (!duration.isZero()) {
            slept.add(duration);
        }
        advance(duration);
    }

    public synchronized void advance(Duration duration) {
        nanos += duration.toNanos();
    }

    /** Every wait so far, in order. */
    public synchronized List<Duration> slept() {
        return List.copyOf(slept);
    }
}
