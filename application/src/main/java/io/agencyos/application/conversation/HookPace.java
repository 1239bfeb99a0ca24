package io.agencyos.application.conversation;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How much each hook brought in this minute, on this node; nobody is turned away for it. Source: api 5. */
final class HookPace {

    /** So much of one minute has its turn like everybody's. */
    static final int A_MINUTE = 2_000;

    private final Map<String, Minute> minutes = new ConcurrentHashMap<>();

    private record Minute(Instant began, int events) {}

    /** Counts one more; whether it is above what a hook's minute has. Only hooks that exist are to be asked for. */
    boolean isAbove(String hook, Instant now) {
        Instant minute = now.truncatedTo(ChronoUnit.MINUTES);
        Minute counted = minutes.compute(
                hook,
                (id, before) -> before == null || !before.began().equals(minute)
                        ? new Minute(minute, 1)
                        : new Minute(minute, before.events() + 1));
        return counted.events() > A_MINUTE;
    }
}
