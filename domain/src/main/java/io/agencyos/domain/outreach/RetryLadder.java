package io.agencyos.domain.outreach;

import io.agencyos.domain.shared.Channel;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How long a touch waits whose call was definitely not accepted, because nobody was reached there. It is no new contact.
 * Source: outreach 4.7.
 */
public final class RetryLadder {

    private static final List<Duration> WRITTEN =
            List.of(Duration.ofSeconds(60), Duration.ofSeconds(300), Duration.ofSeconds(900));
    private static final List<Duration> SLOW = List.of(Duration.ofSeconds(120), Duration.ofSeconds(600));

    private RetryLadder() {}

    private static List<Duration> rungs(Channel channel) {
        return switch (channel) {
            case EMAIL, SMS, LINKEDIN -> WRITTEN;
            case VOICE, MAIL -> SLOW;
        };
    }

    /**
     * The wait after a try; empty where they are used up and the touch waits for its next window.
     *
     * @param tries how often nobody was reached, this time included; at least 1
     */
    public static Optional<Duration> after(Channel channel, int tries) {
        List<Duration> rungs = rungs(channel);
        return tries <= rungs.size() ? Optional.of(rungs.get(tries - 1)) : Optional.empty();
    }

    /**
     * The wait where the vendor asks for one: as long as it says, and never shorter than a try's own; it uses up no try.
     *
     * @param tries how often nobody was reached before
     */
    public static Duration asked(Channel channel, int tries, Duration retryAfter) {
        List<Duration> rungs = rungs(channel);
        Duration own = rungs.get(Math.min(tries, rungs.size() - 1));
        return own.compareTo(retryAfter) > 0 ? own : retryAfter;
    }
}
