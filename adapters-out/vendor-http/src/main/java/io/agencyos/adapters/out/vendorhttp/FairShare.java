package io.agencyos.adapters.out.vendorhttp;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Keeps one client from holding all the calls of an account that several share: each may have twice its equal share of the
 * account's capacity under way, and one in any case. Thread-safe. Source: flows 1.3.
 */
final class FairShare {

    private static final long ACTIVE = Duration.ofSeconds(60).toNanos();

    private final int capacity;
    private final MonotonicTime time;
    private final Map<String, Use> uses = new HashMap<>();

    /** How many calls of a client are under way, and when it last began one. */
    private static final class Use {
        private int outstanding;
        private long lastAt;
    }

    /** @param capacity calls that the account takes at once */
    FairShare(int capacity, MonotonicTime time) {
        this.capacity = capacity;
        this.time = time;
    }

    /** Whether this client may begin a call; whoever may must {@link #leave} when it is over. */
    synchronized boolean enter(String client) {
        long now = time.nanos();
        uses.values().removeIf(use -> use.outstanding == 0 && now - use.lastAt > ACTIVE);
        Use use = uses.computeIfAbsent(client, first -> new Use());
        use.lastAt = now;
        if (use.outstanding >= share()) {
            return false;
        }
        use.outstanding++;
        return true;
    }

    synchronized void leave(String client) {
        uses.get(client).outstanding--;
    }

    /** ⌈2 · capacity / active clients⌉, at least 1; active is who asked in the last minute or waits for an answer. */
    private int share() {
        return Math.max(1, Math.ceilDiv(2 * capacity, uses.size()));
    }
}
