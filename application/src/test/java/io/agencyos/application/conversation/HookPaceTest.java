package io.agencyos.application.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HookPaceTest {

    private static final Instant NOW = Instant.parse("2026-03-02T00:00:30Z");

    @Test // api 5: inbound webhooks per hook, above 2 000/min
    void the_two_thousand_and_first_of_a_minute_is_above_and_the_next_minute_begins_anew() {
        HookPace pace = new HookPace();
        assertThat(IntStream.range(0, 2_000).filter(i -> pace.isAbove("flood", NOW)))
                .isEmpty();

        assertThat(pace.isAbove("flood", NOW.plusSeconds(29))).isTrue();
        assertThat(pace.isAbove("other", NOW)).isFalse();
        assertThat(pace.isAbove("flood", NOW.plusSeconds(30))).isFalse();
    }
}
