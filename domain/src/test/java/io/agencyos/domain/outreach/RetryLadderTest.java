package io.agencyos.domain.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.shared.Channel;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RetryLadderTest {

    private static List<Optional<Long>> waits(Channel channel) {
        return IntStream.rangeClosed(1, 4)
                .mapToObj(tries -> RetryLadder.after(channel, tries).map(Duration::toSeconds))
                .toList();
    }

    @ParameterizedTest // outreach 4.7: email, SMS, LinkedIn after 60, 300, 900 s; then the next window
    @EnumSource(names = {"EMAIL", "SMS", "LINKEDIN"})
    void what_is_written_is_tried_again_after_one_five_and_fifteen_minutes(Channel channel) {
        assertThat(waits(channel))
                .containsExactly(Optional.of(60L), Optional.of(300L), Optional.of(900L), Optional.empty());
    }

    @ParameterizedTest // outreach 4.7: voice, mail after 120, 600 s; then the next window
    @EnumSource(names = {"VOICE", "MAIL"})
    void calls_and_letters_are_tried_again_after_two_and_ten_minutes(Channel channel) {
        assertThat(waits(channel))
                .containsExactly(Optional.of(120L), Optional.of(600L), Optional.empty(), Optional.empty());
    }

    @Test // outreach 4.7: next at max(Retry-After, backoff); does not use a retry
    void a_vendor_that_asks_to_wait_is_obeyed_and_never_pressed_sooner_than_by_our_own_wait() {
        assertThat(RetryLadder.asked(Channel.EMAIL, 0, Duration.ofSeconds(5))).isEqualTo(Duration.ofSeconds(60));
        assertThat(RetryLadder.asked(Channel.EMAIL, 0, Duration.ofSeconds(61))).isEqualTo(Duration.ofSeconds(61));
        assertThat(RetryLadder.asked(Channel.VOICE, 1, Duration.ofSeconds(5))).isEqualTo(Duration.ofSeconds(600));
        assertThat(RetryLadder.asked(Channel.EMAIL, 7, Duration.ofSeconds(5))).isEqualTo(Duration.ofSeconds(900));
    }
}
