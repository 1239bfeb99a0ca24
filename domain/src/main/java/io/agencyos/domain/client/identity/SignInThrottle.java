package io.agencyos.domain.client.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How many failed sign-ins are too many: five for an address from one network within 15 minutes close that network out
 * for 15 minutes; after twenty for an address within an hour from anywhere the password alone is no proof any more, until the
 * oldest of them is an hour old: nobody can lock somebody else out by guessing from many networks.
 * Source: api 2.
 */
public final class SignInThrottle {

    public static final int FAILURES_FROM_ONE_NETWORK = 5;
    public static final int FAILURES_FROM_ANYWHERE = 20;

    private static final Duration NETWORK_WINDOW = Duration.ofMinutes(15);
    private static final Duration CLOSED = Duration.ofMinutes(15);
    private static final Duration ANYWHERE_WINDOW = Duration.ofHours(1);

    private SignInThrottle() {}

    /** How far back failures matter at all. */
    public static Instant horizon(Instant now) {
        return now.minus(ANYWHERE_WINDOW);
    }

    /**
     * Until when sign-in is closed; empty while it is open. What is refused while closed is not counted as a failure.
     *
     * @param fromNetwork the newest failures from the caller's network, newest first
     */
    public static Optional<Instant> closedUntil(List<Instant> fromNetwork, Instant now) {
        return run(fromNetwork, FAILURES_FROM_ONE_NETWORK, NETWORK_WINDOW)
                .map(oldest -> fromNetwork.getFirst().plus(CLOSED))
                .filter(now::isBefore);
    }

    /**
     * Whether a right password needs a proof beside it.
     *
     * @param fromAnywhere the newest failures from everywhere, newest first
     */
    public static boolean needsProof(List<Instant> fromAnywhere, Instant now) {
        return run(fromAnywhere, FAILURES_FROM_ANYWHERE, ANYWHERE_WINDOW)
                .filter(oldest -> now.isBefore(oldest.plus(ANYWHERE_WINDOW)))
                .isPresent();
    }

    /** The oldest of the newest {@code count} failures, where they all lie within the window. */
    private static Optional<Instant> run(List<Instant> newestFirst, int count, Duration window) {
        if (newestFirst.size() < count) {
            return Optional.empty();
        }
        Instant oldest = newestFirst.get(count - 1);
        return oldest.plus(window).isAfter(newestFirst.getFirst()) ? Optional.of(oldest) : Optional.empty();
    }
}
