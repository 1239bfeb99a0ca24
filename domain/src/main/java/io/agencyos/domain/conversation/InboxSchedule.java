package io.agencyos.domain.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** When an inbound event is tried again. Source: api 10.1 step 6, outreach 8.7. */
public final class InboxSchedule {

    private static final List<Duration> DELAYS = List.of(
            Duration.ofSeconds(10),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofMinutes(60),
            Duration.ofHours(6));

    /** How long an event about a message we do not know is matched again. */
    private static final Duration MATCHED_AGAIN = Duration.ofDays(7);

    private InboxSchedule() {}

    /** After so many failed attempts; empty when the event is dead. */
    public static Optional<Instant> afterFailure(int attempts, Instant now) {
        return attempts > DELAYS.size()
                ? Optional.empty()
                : Optional.of(now.plus(DELAYS.get(Math.max(1, attempts) - 1)));
    }

    /** For an event that names no message of ours: soon at first, as our own commit may be on its way, for 7 days. */
    public static Optional<Instant> afterNoMatch(int attempts, Instant receivedAt, Instant now) {
        Instant next = now.plus(DELAYS.get(Math.clamp(attempts, 1, DELAYS.size()) - 1));
        return next.isAfter(receivedAt.plus(MATCHED_AGAIN)) ? Optional.empty() : Optional.of(next);
    }
}
