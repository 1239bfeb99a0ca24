package io.agencyos.domain.campaign.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DueDatesTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    @Test // outreach 2.5 opened_3x: one day earlier, never below the touch gap
    void a_step_comes_a_day_earlier_but_not_nearer_to_the_last_than_touches_may_stand() {
        assertThat(DueDates.earlier(MONDAY.plusDays(8), MONDAY, 2, MONDAY)).isEqualTo(MONDAY.plusDays(7));
        assertThat(DueDates.earlier(MONDAY.plusDays(3), MONDAY, 2, MONDAY)).isEqualTo(MONDAY.plusDays(2));
        assertThat(DueDates.earlier(MONDAY.plusDays(2), MONDAY, 2, MONDAY)).isEqualTo(MONDAY.plusDays(2));
        assertThat(DueDates.earlier(MONDAY.plusDays(1), MONDAY, 2, MONDAY)).isEqualTo(MONDAY.plusDays(1));
        assertThat(DueDates.earlier(MONDAY.plusDays(8), MONDAY, 2, MONDAY.plusDays(8)))
                .as("never into the past")
                .isEqualTo(MONDAY.plusDays(8));
    }
}
