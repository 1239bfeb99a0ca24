package io.agencyos.adapters.out.security;

import java.net.SocketTimeoutException;
import java.time.Duration;

/** A moment until which everything must be over, however many steps it takes; by the machine's own steady clock. */
final class Deadline {

    private final long at;

    private Deadline(long at) {
        this.at = at;
    }

    static Deadline in(Duration timeout) {
        return new Deadline(System.nanoTime() + timeout.toNanos());
    }

    /** Milliseconds that are left, at least one. */
    int left() throws SocketTimeoutException {
        long nanos = at - System.nanoTime();
        if (nanos <= 0) {
            throw new SocketTimeoutException("the time is over");
        }
        return (int) Math.max(1, Duration.ofNanos(nanos).toMillis());
    }
}
