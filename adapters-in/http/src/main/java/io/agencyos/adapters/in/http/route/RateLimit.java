package io.agencyos.adapters.in.http.route;

import io.agencyos.domain.shared.Vocabulary;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How often something may be asked for, as token buckets. Source: api 5. */
public enum RateLimit implements Vocabulary {
    /** Whatever a signed-in person asks. */
    USER(300, Duration.ofMinutes(1), 60),
    /** Whatever a program asks with its key. */
    API_KEY(600, Duration.ofMinutes(1), 100),
    /** Whatever an address asks without a sign-in. */
    ADDRESS(60, Duration.ofMinutes(1), 20),
    /** Sign-in, reset and sign-up, of an address. */
    SIGN_IN(10, Duration.ofMinutes(15), 5),
    /** What starts an AI, of a client, in a day. A day's worth may be asked for within one hour, not within one minute. */
    AI_DAY(200, Duration.ofDays(1), 200),
    /** What starts an AI, of a client. */
    AI(10, Duration.ofMinutes(1), 5, AI_DAY),
    /** Imports and exports, of a client. */
    TRANSFER(5, Duration.ofMinutes(1), 2),
    /** The public waiting list, of an address. */
    WAITLIST(5, Duration.ofHours(1), 2);

    private final int permits;
    private final Duration window;
    private final int burst;
    private final @Nullable RateLimit longer;

    RateLimit(int permits, Duration window, int burst) {
        this(permits, window, burst, null);
    }

    RateLimit(int permits, Duration window, int burst, @Nullable RateLimit longer) {
        this.permits = permits;
        this.window = window;
        this.burst = burst;
        this.longer = longer;
    }

    /** What holds beside it, for longer. */
    public Optional<RateLimit> longer() {
        return Optional.ofNullable(longer);
    }

    /** How many in the long run in a {@link #window}. */
    public int permits() {
        return permits;
    }

    public Duration window() {
        return window;
    }

    /** How many at once after a rest. */
    public int burst() {
        return burst;
    }

    /** One permit grows in this time. */
    public Duration interval() {
        return window.dividedBy(permits);
    }
}
