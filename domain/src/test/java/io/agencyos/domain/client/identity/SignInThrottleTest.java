package io.agencyos.domain.client.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Source: api 2, throttle. */
class SignInThrottleTest {

    private static final Instant NOW = Instant.parse("2026-03-02T00:00:00Z");

    /** {@code count} failures, the newest at {@code minutesAgo}, {@code apart} minutes apart. */
    private static List<Instant> failures(int count, int minutesAgo, int apart) {
        return IntStream.range(0, count)
                .mapToObj(i -> NOW.minus(Duration.ofMinutes(minutesAgo + (long) i * apart)))
                .toList();
    }

    @Test // 5 failures in 15 min → 429 for 15 min, from the fifth on
    void five_within_a_quarter_of_an_hour_close_one_network() {
        assertThat(SignInThrottle.closedUntil(failures(5, 2, 3), NOW)).contains(NOW.plus(Duration.ofMinutes(13)));
        assertThat(SignInThrottle.closedUntil(failures(4, 2, 3), NOW)).isEmpty();
        assertThat(SignInThrottle.closedUntil(failures(5, 2, 4), NOW))
                .as("16 minutes from the first to the fifth")
                .isEmpty();
        assertThat(SignInThrottle.closedUntil(failures(5, 15, 1), NOW))
                .as("the quarter of an hour is over")
                .isEmpty();
    }

    @Test // 20 failures per hour from anywhere → extra proof by e-mailed code
    void after_twenty_within_an_hour_the_password_alone_is_no_proof() {
        assertThat(SignInThrottle.needsProof(failures(20, 0, 2), NOW)).isTrue();
        assertThat(SignInThrottle.needsProof(failures(20, 21, 2), NOW)).isTrue();
        assertThat(SignInThrottle.needsProof(failures(20, 22, 2), NOW))
                .as("the oldest is an hour old")
                .isFalse();
        assertThat(SignInThrottle.needsProof(failures(19, 0, 2), NOW)).isFalse();
    }
}
