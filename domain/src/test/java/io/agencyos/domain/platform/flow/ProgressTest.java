package io.agencyos.domain.platform.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Source: flows 1.9. */
class ProgressTest {

    private static Progress.Part done(int weight) {
        return new Progress.Part(weight, StepState.DONE, 0, 0);
    }

    private static Progress.Part waiting(int weight) {
        return new Progress.Part(weight, StepState.PENDING, 0, 0);
    }

    @Test // flows 1.9: onboarding with three of six in the fifth step
    void onboarding_with_four_steps_done_and_the_portfolio_half_is_at_55_percent() {
        List<Progress.Part> onboarding = List.of(
                done(2),
                done(20),
                done(3),
                done(25),
                new Progress.Part(10, StepState.RUNNING, 3, 6),
                waiting(15),
                waiting(20),
                waiting(5));

        assertThat(Progress.percent(onboarding)).isEqualByComparingTo("55");
    }

    @Test
    void a_skipped_step_counts_in_full_and_an_unknown_total_not_at_all() {
        List<Progress.Part> parts =
                List.of(new Progress.Part(1, StepState.SKIPPED, 0, 0), new Progress.Part(3, StepState.RUNNING, 7, 0));

        assertThat(Progress.percent(parts)).isEqualTo(new BigDecimal("25.00"));
        assertThat(Progress.percent(List.of())).isEqualTo(new BigDecimal("100.00"));
    }

    @Test
    void more_settled_than_announced_is_never_more_than_all() {
        assertThat(Progress.percent(List.of(new Progress.Part(1, StepState.RUNNING, 9, 6))))
                .isEqualByComparingTo("100");
    }

    @Test // flows 1.9: remaining over the rate of the last five minutes, after 20 items
    void time_left_is_told_after_twenty_items() {
        Duration span = Duration.ofMinutes(5);

        assertThat(Progress.timeLeft(Counts.done(100, 19), 19, span)).isEmpty();
        assertThat(Progress.timeLeft(Counts.done(100, 20), 20, span)).contains(Duration.ofMinutes(20));
        assertThat(Progress.timeLeft(Counts.done(100, 20), 0, span)).isEmpty();
    }
}
