package io.agencyos.adapters.out.vendorhttp;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Which operations the vendor has nearly no requests left for, and for how long. Thread-safe. Source: apollo 9. */
final class ClosedOperations {

    private final MonotonicTime time;
    private final Map<String, Long> until = new ConcurrentHashMap<>();

    ClosedOperations(MonotonicTime time) {
        this.time = time;
    }

    /** An answer that came late opens nothing that a later one closed. */
    void close(String operation, Duration length) {
        if (length.isPositive()) {
            until.merge(operation, time.nanos() + length.toNanos(), (a, b) -> a - b > 0 ? a : b);
        }
    }

    /** Zero where it may be asked. */
    Duration left(String operation) {
        Long end = until.get(operation);
        return end == null ? Duration.ZERO : Duration.ofNanos(Math.max(0, end - time.nanos()));
    }
}
