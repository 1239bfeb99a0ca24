package io.agencyos.domain.outreach.call;

import static io.agencyos.domain.outreach.call.CallResult.BUSY;
import static io.agencyos.domain.outreach.call.CallResult.FAILED_TECHNICAL;
import static io.agencyos.domain.outreach.call.CallResult.NO_ANSWER;
import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.campaign.WorkHours;
import io.agencyos.domain.outreach.calendar.Holidays;
import io.agencyos.domain.outreach.calendar.LeadPlace;
import io.agencyos.domain.outreach.calendar.SendCalendar;
import io.agencyos.domain.outreach.calendar.SendCalendars;
import io.agencyos.domain.outreach.calendar.SendCalendars.Clocks;
import io.agencyos.domain.outreach.touch.TouchKeys;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.TouchKind;
import io.agencyos.domain.shared.contact.Country;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RedialTest {

    private static final ZoneId SYDNEY = ZoneId.of("Australia/Sydney");
    private static final Holidays EASTER = new Holidays(List.of(
            new Holidays.Day(Country.AUSTRALIA, null, LocalDate.of(2026, 4, 3), "Good Friday"),
            new Holidays.Day(Country.AUSTRALIA, null, LocalDate.of(2026, 4, 6), "Easter Monday")));
    private static final SendCalendar CALLS = SendCalendars.campaign(
            Channel.VOICE,
            Clocks.of(new LeadPlace(SYDNEY, Country.AUSTRALIA, "NSW", true), SYDNEY),
            WorkHours.DEFAULT,
            EASTER);

    /** Outreach 4.4: step 2, voice, attempt 2, whose draw of 5.5 is 0.458956. */
    private static final String SECOND =
            TouchKeys.idempotencyKey(UUID.fromString("018f3c1e-7b2a-7c3d-9e4f-0123456789ab"), 2, TouchKind.VOICE, 2);

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(SYDNEY).toInstant();
    }

    private static Optional<LocalDateTime> again(String ended, CallResult... dials) {
        return Redial.at(List.of(dials), at(ended), false, CALLS, SECOND)
                .map(at -> LocalDateTime.ofInstant(at, SYDNEY));
    }

    @Test // outreach 10.6: busy Tue 10:00 -> 12:00 is lunch -> Tue 13:00 + jitter (0.458956 x 240 = 110 minutes)
    void busy_is_dialled_again_after_two_hours_and_after_lunch_where_that_is_lunch() {
        assertThat(again("2026-03-03T10:00", BUSY)).contains(LocalDateTime.parse("2026-03-03T14:50"));
        assertThat(again("2026-03-03T13:30", BUSY)).contains(LocalDateTime.parse("2026-03-03T15:30"));
    }

    @Test // outreach 10.6: busy Fri 16:10 -> 18:10 -> Mon 09:00 + jitter (0.458956 x 420 = 192 minutes, over lunch)
    void busy_late_on_friday_is_dialled_again_on_monday() {
        assertThat(again("2026-03-06T16:10", BUSY)).contains(LocalDateTime.parse("2026-03-09T13:12"));
    }

    @Test // outreach 10.4: a call starts at least 6 minutes before the window ends
    void two_hours_later_is_too_late_where_the_window_is_about_to_end() {
        assertThat(again("2026-03-03T14:54", BUSY)).contains(LocalDateTime.parse("2026-03-03T16:54"));
        assertThat(again("2026-03-03T14:55", BUSY).orElseThrow().toLocalDate()).isEqualTo("2026-03-04");
    }

    @ParameterizedTest // outreach 10.4: what is due as its window ends could not be dialled any more
    @CsvSource({
        "2026-03-03T16:50, 2026-03-03T16:40",
        "2026-03-03T16:59, 2026-03-03T16:49",
        "2026-03-03T16:49, 2026-03-03T16:49",
        "2026-03-03T11:55, 2026-03-03T11:45",
        "2026-03-03T09:00, 2026-03-03T09:00",
        "2026-03-03T09:05, 2026-03-03T09:05"
    })
    void a_call_is_due_while_there_is_room_for_it(String due, String dueThen) {
        Duration room = Duration.ofMinutes(10);
        assertThat(CALLS.withRoom(at(due), room, at("2026-03-02T09:00"))).isEqualTo(at(dueThen));
        assertThat(CALLS.withRoom(at(due), room, at(due)))
                .as("never in the past")
                .isEqualTo(at(due));
    }

    @Test // outreach 10.6: no_answer Tue 10:30 -> Wed 13:00-17:00
    void no_answer_in_the_morning_is_dialled_again_on_the_next_afternoon() {
        assertThat(again("2026-03-03T10:30", NO_ANSWER).orElseThrow())
                .isBetween(LocalDateTime.parse("2026-03-04T13:00"), LocalDateTime.parse("2026-03-04T16:59"));
    }

    @Test // outreach 10.6: no_answer Fri 15:00 -> Mon 09:00-12:00
    void no_answer_in_the_afternoon_is_dialled_again_on_the_next_business_morning() {
        assertThat(again("2026-03-06T15:00", NO_ANSWER).orElseThrow())
                .isBetween(LocalDateTime.parse("2026-03-09T09:00"), LocalDateTime.parse("2026-03-09T11:59"));
        assertThat(again("2026-04-02T15:00", NO_ANSWER).orElseThrow().toLocalDate())
                .as("Thursday before Easter")
                .isEqualTo("2026-04-07");
    }

    @Test // outreach 10.6: second no_answer -> step done; busy, busy, busy -> done; three dials at most
    void the_step_is_done_when_its_dials_are() {
        assertThat(again("2026-03-03T10:30", NO_ANSWER, NO_ANSWER)).isEmpty();
        assertThat(again("2026-03-03T10:30", BUSY, BUSY)).isPresent();
        assertThat(again("2026-03-03T10:30", BUSY, BUSY, BUSY)).isEmpty();
        assertThat(again("2026-03-03T10:30", BUSY, NO_ANSWER)).isPresent();
        assertThat(again("2026-03-03T10:30", BUSY, BUSY, NO_ANSWER)).isEmpty();
    }

    @Test // outreach 10.6: one new attempt after 15 min
    void a_technical_failure_is_dialled_again_once_after_a_quarter_of_an_hour() {
        assertThat(again("2026-03-03T10:30", FAILED_TECHNICAL)).contains(LocalDateTime.parse("2026-03-03T10:45"));
        assertThat(again("2026-03-03T10:45", FAILED_TECHNICAL, FAILED_TECHNICAL))
                .isEmpty();
    }

    @Test // vapi 7: P8 refused -> the lead is not called again that day
    void nobody_is_dialled_again_on_the_day_of_a_call_that_could_not_be_ended() {
        Instant ended = at("2026-03-03T10:20");
        assertThat(Redial.at(List.of(FAILED_TECHNICAL), ended, false, CALLS, SECOND))
                .contains(ended.plus(Duration.ofMinutes(15)));
        for (CallResult result : List.of(FAILED_TECHNICAL, BUSY)) {
            assertThat(Redial.at(List.of(result), ended, true, CALLS, SECOND)
                            .map(at -> LocalDate.ofInstant(at, SYDNEY)))
                    .contains(LocalDate.parse("2026-03-04"));
        }
        assertThat(Redial.at(List.of(NO_ANSWER), ended, true, CALLS, SECOND))
                .as("the next day in any case")
                .isEqualTo(Redial.at(List.of(NO_ANSWER), ended, false, CALLS, SECOND));
    }

    @ParameterizedTest // outreach 10.6: a message left was the touch; what a person said is never answered by a redial
    @EnumSource(
            value = CallResult.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"BUSY", "NO_ANSWER", "FAILED_TECHNICAL"})
    void nobody_else_is_dialled_again(CallResult result) {
        assertThat(again("2026-03-03T10:30", result)).isEmpty();
    }
}
