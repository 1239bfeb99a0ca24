package io.agencyos.domain.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.conversation.SpokenTime.DateOrder;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Moments as they are named on the telephone, on Wednesday 4 March 2026 at 10:20 in Sydney. Source: outreach 10.6. */
class SpokenTimeTest {

    private static final ZonedDateTime SAID = ZonedDateTime.of(2026, 3, 4, 10, 20, 0, 0, ZoneId.of("Australia/Sydney"));

    private static String local(String words, DateOrder order) {
        return SpokenTime.of(words, SAID, order)
                .map(at -> at.toLocalDateTime().toString())
                .orElse("-");
    }

    @ParameterizedTest
    @CsvSource({
        "'tomorrow at three', 2026-03-05T15:00",
        "'Thursday afternoon', 2026-03-05T14:00",
        "'in half an hour', 2026-03-04T10:50",
        "'in about 20 minutes', 2026-03-04T10:40",
        "'in an hour', 2026-03-04T11:20",
        "'in an hour and a half', 2026-03-04T11:50",
        "'in a couple of hours', 2026-03-04T12:20",
        "'give me ten minutes', 2026-03-04T10:30",
        "'in two days', 2026-03-06T10:00",
        "'in three weeks at 2', 2026-03-25T14:00",
        "'next week', 2026-03-09T10:00",
        "'next month', 2026-04-01T10:00",
        "'after 4', 2026-03-04T16:00",
        "'after four tomorrow', 2026-03-05T16:00",
        "'before eleven', 2026-03-05T10:00",
        "'around noon', 2026-03-04T12:00",
        "'after lunch', 2026-03-04T13:30",
        "'this afternoon', 2026-03-04T14:00",
        "'later today', 2026-03-04T12:20",
        "'tonight', 2026-03-04T17:30",
        "'tomorrow morning', 2026-03-05T10:00",
        "'first thing tomorrow', 2026-03-05T09:00",
        "'the day after tomorrow at quarter to four', 2026-03-06T15:45",
        "'half past two', 2026-03-04T14:30",
        "'Friday at 9.30', 2026-03-06T09:30",
        "'Friday two thirty', 2026-03-06T14:30",
        "'on Tuesday', 2026-03-10T10:00",
        "'next Friday at 3pm', 2026-03-13T15:00",
        "'Monday week', 2026-03-16T10:00",
        "'Wednesday of next week at 11 a.m.', 2026-03-11T11:00",
        "'tomorrow between 2 and 4', 2026-03-05T14:00",
        "'tomorrow at 5 in the afternoon', 2026-03-05T17:00",
        "'at 8 tomorrow morning', 2026-03-05T08:00",
        "'at six tonight', 2026-03-04T18:00",
        "'at 9', 2026-03-05T09:00",
        "'at 15:30', 2026-03-04T15:30",
        "'the 12th at ten', 2026-03-12T10:00",
        "'the 2nd', 2026-04-02T10:00",
        "'12 March at 2pm', 2026-03-12T14:00",
        "'the 3rd of April', 2026-04-03T10:00",
        "'April 3rd, 4 o''clock', 2026-04-03T16:00",
        "'2026-03-05T15:00:00+11:00', 2026-03-05T15:00",
        "'2026-03-05T04:00:00Z', 2026-03-05T15:00",
        "'2026-03-05T15:00', 2026-03-05T15:00",
        "'2026-03-09', 2026-03-09T10:00",
        "'end of the week', 2026-03-06T10:00"
    })
    void what_names_a_day_or_an_hour_is_a_moment(String words, String moment) {
        assertThat(local(words, DateOrder.DAY_FIRST)).isEqualTo(moment);
    }

    @ParameterizedTest
    @CsvSource({
        "5/4 at 2, DAY_FIRST, 2026-04-05T14:00",
        "5/4 at 2, MONTH_FIRST, 2026-05-04T14:00",
        "12/3/2026, DAY_FIRST, 2026-03-12T10:00",
        "3/12/2026 at 11am, MONTH_FIRST, 2026-03-12T11:00",
        "13/13, DAY_FIRST, -",
        "13/13, MONTH_FIRST, -"
    })
    void day_and_month_stand_as_the_country_says_them(String words, DateOrder order, String moment) {
        assertThat(local(words, order)).isEqualTo(moment);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "later",
                "some other time",
                "when I have time",
                "call me on 0491 570 006",
                "we are 12 people",
                "good morning",
                "in two years",
                "12 August",
                "yesterday at three",
                "2026-03-01T10:00:00Z",
                ""
            })
    void what_names_neither_is_past_or_far_ahead_is_not_understood(String words) {
        assertThat(local(words, DateOrder.DAY_FIRST)).isEqualTo("-");
    }

    @Test // TIME-2: the clock goes back on Sunday 5 April 2026
    void the_hour_is_that_of_the_place_on_that_day() {
        assertThat(SpokenTime.of("6 April at 3pm", SAID, DateOrder.DAY_FIRST))
                .hasValueSatisfying(at -> assertThat(at.toInstant()).hasToString("2026-04-06T05:00:00Z"));
    }
}
