package io.agencyos.domain.resource.seat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** RES-8: manual = vendor-reported total − automated; vendor count unavailable ⇒ its 7-day median. */
class HandWorkTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    @Test // TIME-5: target 18, 6 automated, 5 manual → 7 left
    void what_the_service_counts_beyond_ours_was_done_by_hand() {
        HandWork seen = HandWork.UNKNOWN.looked(MONDAY, 8, 6).looked(MONDAY, 11, 6);

        assertThat(seen.on(MONDAY)).isEqualTo(5);
        assertThat(SeatDay.left(18, 6, seen.on(MONDAY), 0)).isEqualTo(7);
        assertThat(HandWork.UNKNOWN.looked(MONDAY, 4, 6).on(MONDAY))
                .as("an invitation that was accepted waits no more")
                .isZero();
    }

    @Test // RES-8: its 7-day median
    void a_day_that_nobody_looked_at_counts_as_the_days_before() {
        HandWork seen = HandWork.UNKNOWN;
        assertThat(seen.on(MONDAY)).isZero();
        int[] byHand = {90, 1, 2, 3, 4, 5, 6, 7};
        for (int day = 0; day < byHand.length; day++) {
            seen = seen.looked(MONDAY.plusDays(day), byHand[day] + 3, 3);
        }

        assertThat(seen.on(MONDAY.plusDays(7))).isEqualTo(7);
        assertThat(seen.on(MONDAY.plusDays(8))).as("of 1 to 7").isEqualTo(4);
        assertThat(seen.before()).containsExactly(90, 1, 2, 3, 4, 5, 6);
    }
}
