package io.agencyos.adapters.out.vendorhttp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** vendors/index 3: call breaker. */
class CallBreakerTest {

    private final ManualTime time = new ManualTime();
    private final CallBreaker breaker = new CallBreaker(time);

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            breaker.failed();
        }
    }

    @Test
    void five_failures_in_a_row_within_a_minute_close_the_door_for_a_minute() {
        fail(4);
        assertThat(breaker.admits()).isTrue();
        fail(1);
        assertThat(breaker.admits()).isFalse();
        time.advance(Duration.ofSeconds(59));
        assertThat(breaker.admits()).isFalse();
        time.advance(Duration.ofSeconds(1));
        assertThat(breaker.admits()).isTrue();
    }

    @Test
    void an_answer_in_between_starts_the_count_anew() {
        fail(4);
        breaker.answered();
        fail(4);
        assertThat(breaker.admits()).isTrue();
    }

    @Test
    void five_failures_spread_over_more_than_a_minute_do_not_count() {
        for (int i = 0; i < 5; i++) {
            fail(1);
            time.advance(Duration.ofSeconds(16));
        }
        assertThat(breaker.admits()).isTrue();
        fail(1);
        assertThat(breaker.admits()).as("failures 2 to 6 span 80 s").isTrue();
    }

    @Test
    void only_one_probe_is_let_through() {
        fail(5);
        time.advance(Duration.ofSeconds(60));
        assertThat(breaker.admits()).isTrue();
        assertThat(breaker.admits()).isFalse();
        breaker.answered();
        assertThat(breaker.admits()).isTrue();
    }

    @Test
    void a_failed_probe_doubles_the_pause_up_to_a_quarter_of_an_hour() {
        fail(5);
        for (long pause : new long[] {60, 120, 240, 480, 900, 900}) {
            time.advance(Duration.ofSeconds(pause - 1));
            assertThat(breaker.admits()).as("before %s s", pause).isFalse();
            time.advance(Duration.ofSeconds(1));
            assertThat(breaker.admits()).as("after %s s", pause).isTrue();
            breaker.failed();
        }
        time.advance(Duration.ofMinutes(15));
        assertThat(breaker.admits()).isTrue();
        breaker.answered();
        fail(5);
        time.advance(Duration.ofSeconds(60));
        assertThat(breaker.admits()).as("success brings the first pause back").isTrue();
    }
}
