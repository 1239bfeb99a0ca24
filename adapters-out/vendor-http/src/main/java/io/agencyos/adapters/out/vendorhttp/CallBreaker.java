package io.agencyos.adapters.out.vendorhttp;

import java.time.Duration;

/**
 * Stops asking a vendor that does not answer: after 5 failures in a row within 60 s no call is let through for 60 s,
 * then one probe; each failed probe doubles the pause, up to 15 min. Thread-safe. Source: vendors/index 3.
 */
final class CallBreaker {

    private static final int FAILURES = 5;
    private static final long WINDOW = Duration.ofSeconds(60).toNanos();
    private static final long FIRST_PAUSE = Duration.ofSeconds(60).toNanos();
    private static final long LONGEST_PAUSE = Duration.ofMinutes(15).toNanos();

    private final MonotonicTime time;
    /** When the latest failures of the present row happened: a ring, overwritten from its start. */
    private final long[] failedAt = new long[FAILURES];

    private int inRow;
    private boolean open;
    private boolean probing;
    private long openUntil;
    private long pause = FIRST_PAUSE;

    CallBreaker(MonotonicTime time) {
        this.time = time;
    }

    /** Whether a call may be made now; whoever is let through must report how it went. */
    synchronized boolean admits() {
        if (!open) {
            return true;
        }
        if (probing || time.nanos() - openUntil < 0) {
            return false;
        }
        probing = true;
        return true;
    }

    /** The vendor answered, be it a refusal. */
    synchronized void answered() {
        inRow = 0;
        open = false;
        probing = false;
        pause = FIRST_PAUSE;
    }

    /** Whoever was let through did not call after all, or learnt nothing of the vendor. */
    synchronized void spared() {
        probing = false;
    }

    /** The vendor was not there, or nobody knows what it did. */
    synchronized void failed() {
        long now = time.nanos();
        if (open) {
            if (probing) {
                pause = Math.min(LONGEST_PAUSE, pause * 2);
                shut(now);
            }
            return;
        }
        failedAt[inRow % FAILURES] = now;
        inRow++;
        long fifthLast = failedAt[inRow % FAILURES];
        if (inRow >= FAILURES && now - fifthLast <= WINDOW) {
            shut(now);
        }
    }

    private void shut(long now) {
        open = true;
        probing = false;
        openUntil = now + pause;
    }

    /** How long no call is let through yet; zero where one may be made now. */
    synchronized Duration closedFor() {
        return open ? Duration.ofNanos(Math.max(0, openUntil - time.nanos())) : Duration.ZERO;
    }

    synchronized boolean isOpen() {
        return open;
    }
}
