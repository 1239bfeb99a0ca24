package io.agencyos.domain.platform.webhook;

import java.time.Duration;
import java.util.List;

/** When a failed delivery is tried again. Source: api 11.3. */
public final class RetrySchedule {

    private static final List<Duration> DELAYS = List.of(
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofHours(1),
            Duration.ofHours(4),
            Duration.ofHours(12));
    private static final Duration FURTHER = Duration.ofHours(24);
    private static final int JITTER_PERCENT = 20;
    private static final int PERCENT = 100;

    private RetrySchedule() {}

    /**
     * How long to wait after a failure, give or take a fifth.
     *
     * @param failures how many there were, from 1
     * @param chance any number; evenly spread ones give evenly spread delays
     */
    public static Duration after(int failures, long chance) {
        Duration plain = failures <= DELAYS.size() ? DELAYS.get(failures - 1) : FURTHER;
        long span = plain.toMillis() * JITTER_PERCENT / PERCENT;
        return plain.plusMillis(Math.floorMod(chance, 2 * span + 1) - span);
    }
}
