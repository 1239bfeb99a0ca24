package io.agencyos.domain.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.client.billing.Plan;
import org.junit.jupiter.api.Test;

class MeetingPaceTest {

    private static final Plan.MeetingTarget IGNITION = Plan.IGNITION.terms().meetingTarget();

    // api 9.9: ignition, day 15 of 30, e = 5: 6 -> ahead, 5 -> on_track, 4 -> behind; day 2 of 31 with 0 -> too_early
    @Test
    void a_month_keeps_up_with_the_middle_of_its_target() {
        assertThat(MeetingPace.of(IGNITION, 6, 15, 30)).isEqualTo(MeetingPace.AHEAD);
        assertThat(MeetingPace.of(IGNITION, 5, 15, 30)).isEqualTo(MeetingPace.ON_TRACK);
        assertThat(MeetingPace.of(IGNITION, 4, 15, 30)).isEqualTo(MeetingPace.BEHIND);
        assertThat(MeetingPace.of(IGNITION, 0, 2, 31)).isEqualTo(MeetingPace.TOO_EARLY);
        assertThat(MeetingPace.of(IGNITION, 1, 2, 31)).isEqualTo(MeetingPace.AHEAD);
        assertThat(MeetingPace.of(IGNITION, 0, 3, 30)).as("one is expected").isEqualTo(MeetingPace.BEHIND);
    }
}
