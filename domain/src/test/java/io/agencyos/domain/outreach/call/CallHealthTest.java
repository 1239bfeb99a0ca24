package io.agencyos.domain.outreach.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.shared.contact.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** When calls rest because too many break, or because nobody takes them. Source: vapi "Beyond". */
class CallHealthTest {

    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");
    private static final PhoneNumber OURS = new PhoneNumber("+61491570110");

    private static List<CallHealth.Ended> calls(int broken, int sound) {
        return Stream.concat(
                        Collections.nCopies(broken, CallResult.FAILED_TECHNICAL).stream(),
                        Collections.nCopies(sound, CallResult.INTERESTED).stream())
                .map(result -> new CallHealth.Ended(result, NOW))
                .toList();
    }

    private static boolean rests(List<CallHealth.Ended> calls, Duration after) {
        return CallHealth.of(calls, List.of(), NOW.plus(after)).channel();
    }

    @Test // quality brake: > 20 % of the last 50 calls
    void more_than_a_fifth_that_broke_rest_the_channel_for_a_day() {
        assertThat(rests(calls(11, 39), Duration.ZERO)).isTrue();
        assertThat(rests(calls(10, 40), Duration.ZERO)).as("a fifth").isFalse();
        assertThat(rests(calls(30, 19), Duration.ZERO)).as("49 calls").isFalse();
        assertThat(rests(calls(11, 39), Duration.ofDays(1).minusSeconds(1))).isTrue();
        assertThat(rests(calls(11, 39), Duration.ofDays(1)))
                .as("one is tried again")
                .isFalse();
    }

    private static boolean rests(int calls, int taken, Duration after) {
        var number = new CallHealth.Answered(OURS, calls, taken, NOW);
        return CallHealth.of(List.of(), List.of(number), NOW.plus(after)).rests(OURS);
    }

    @Test // caller reputation: answer rate below 5 % with at least 40 calls, 14 days
    void a_number_that_hardly_anybody_answers_rests_for_a_fortnight() {
        assertThat(rests(40, 1, Duration.ZERO)).isTrue();
        assertThat(rests(40, 2, Duration.ZERO)).as("5 %").isFalse();
        assertThat(rests(39, 0, Duration.ZERO)).as("39 calls").isFalse();
        assertThat(rests(40, 1, Duration.ofDays(14).minusSeconds(1))).isTrue();
        assertThat(rests(40, 1, Duration.ofDays(14))).isFalse();
    }
}
