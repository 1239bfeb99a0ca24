package io.agencyos.domain.deal;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.MeetingId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MeetingTest {

    private static final Instant BOOKED = Instant.parse("2026-03-02T00:00:00Z");
    private static final Instant AT = Instant.parse("2026-03-05T02:00:00Z");

    private final Meeting meeting = new Meeting(
            new MeetingId(UUID.randomUUID()),
            new ClientId(UUID.randomUUID()),
            null,
            null,
            MeetingType.DISCOVERY,
            BOOKED,
            BookedBy.HUMAN,
            BookingMethod.DIRECT,
            AT,
            30,
            null,
            null,
            null,
            null,
            MeetingOutcome.PENDING,
            null,
            null,
            null,
            0,
            null,
            null,
            0,
            null,
            null,
            BOOKED,
            0);

    private static MeetingStatus status(Meeting meeting, Instant now) {
        return MeetingStatus.of(meeting, now);
    }

    @Test // content 5.1: derived status, the first that applies
    void a_meeting_is_scheduled_confirmed_and_when_it_is_over_awaits_its_outcome() {
        Meeting confirmed = meeting.change().confirmed(BOOKED).done();

        assertThat(status(meeting, BOOKED)).isEqualTo(MeetingStatus.SCHEDULED);
        assertThat(status(confirmed, AT.plus(Duration.ofMinutes(29)))).isEqualTo(MeetingStatus.CONFIRMED);
        assertThat(status(confirmed, AT.plus(Duration.ofMinutes(30)))).isEqualTo(MeetingStatus.AWAITING_OUTCOME);
    }

    @Test // content 5.1, api 9.12: cancelled > no_show > completed > awaiting_outcome
    void what_a_person_recorded_goes_before_the_clock() {
        Instant after = AT.plus(Duration.ofDays(1));

        assertThat(status(meeting.change().attended().done(), after)).isEqualTo(MeetingStatus.COMPLETED);
        assertThat(status(meeting.change().ended(MeetingOutcome.BAD).done(), after))
                .isEqualTo(MeetingStatus.COMPLETED);
        assertThat(status(meeting.change().missed("ill").done(), after)).isEqualTo(MeetingStatus.NO_SHOW);
        assertThat(status(meeting.change().cancelled().done(), BOOKED)).isEqualTo(MeetingStatus.CANCELLED);
    }

    @Test // content 5.1: outcome good or bad -> showed true; no_show -> showed false
    void the_outcome_says_whether_the_lead_came() {
        assertThat(meeting.change().ended(MeetingOutcome.GOOD).done().showedUp())
                .isTrue();
        assertThat(meeting.change().ended(MeetingOutcome.NO_SHOW).done().showedUp())
                .isFalse();
        assertThat(meeting.change().missed("ill").attended().done())
                .extracting(Meeting::outcome, Meeting::noShowReason)
                .containsExactly(MeetingOutcome.PENDING, null);
    }

    @Test // content 5.1: same row, new time, history kept, count + 1, status scheduled, outcome pending
    void a_meeting_that_is_moved_is_open_again_and_keeps_its_first_time() {
        Instant later = AT.plus(Duration.ofDays(7));
        Instant stillLater = AT.plus(Duration.ofDays(9));

        Meeting moved = meeting.change()
                .confirmed(BOOKED)
                .missed("ill")
                .moved(later)
                .moved(stillLater)
                .done();

        assertThat(moved.scheduledAt()).isEqualTo(stillLater);
        assertThat(moved.originallyAt()).isEqualTo(AT);
        assertThat(moved.rescheduled()).isEqualTo(2);
        assertThat(moved.outcome()).isEqualTo(MeetingOutcome.PENDING);
        assertThat(status(moved, AT.plus(Duration.ofDays(2)))).isEqualTo(MeetingStatus.SCHEDULED);
    }
}
