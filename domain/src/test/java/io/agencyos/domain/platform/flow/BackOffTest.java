package io.agencyos.domain.platform.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Source: flows 1.5. */
class BackOffTest {

    @Test // flows 1.5: a failed run is retried at 60, 300, 900 s, then stays failed
    void a_run_is_tried_again_three_times() {
        assertThat(BackOff.RUN.next(0, 0, Duration.ZERO)).contains(Duration.ofSeconds(60));
        assertThat(BackOff.RUN.next(1, 0, Duration.ZERO)).contains(Duration.ofSeconds(300));
        assertThat(BackOff.RUN.next(2, 0, Duration.ZERO)).contains(Duration.ofSeconds(900));
        assertThat(BackOff.RUN.next(3, 0, Duration.ZERO)).isEmpty();
    }

    @Test
    void chance_moves_a_wait_by_at_most_a_fifth() {
        assertThat(BackOff.RUN.next(0, -200, Duration.ZERO)).contains(Duration.ofSeconds(48));
        assertThat(BackOff.RUN.next(0, 200, Duration.ZERO)).contains(Duration.ofSeconds(72));
        assertThatThrownBy(() -> BackOff.RUN.next(0, 201, Duration.ZERO)).hasMessageContaining("20 %");
    }

    @Test // flows 1.5: Retry-After wins if longer
    void what_the_other_side_asks_for_wins_when_it_is_longer() {
        assertThat(BackOff.RUN.next(0, 0, Duration.ofSeconds(90))).contains(Duration.ofSeconds(90));
        assertThat(BackOff.RUN.next(0, 0, Duration.ofSeconds(30))).contains(Duration.ofSeconds(60));
    }

    @Test
    void a_defect_is_tried_once_more_and_bad_data_never() {
        assertThat(failure(FailureClass.BUG).retryIn(BackOff.RUN, 0, 0)).contains(Duration.ofSeconds(60));
        assertThat(failure(FailureClass.BUG).retryIn(BackOff.RUN, 1, 0)).isEmpty();
        assertThat(failure(FailureClass.PERMANENT).retryIn(BackOff.RUN, 0, 0)).isEmpty();
        assertThat(failure(FailureClass.UNKNOWN_OUTCOME).retryIn(BackOff.RUN, 0, 0))
                .isEmpty();
        assertThat(failure(FailureClass.TRANSIENT).retryIn(BackOff.RUN, 2, 0)).contains(Duration.ofSeconds(900));
    }

    private static RunFailure failure(FailureClass kind) {
        return RunFailure.of(kind, "X", "It failed.");
    }
}
