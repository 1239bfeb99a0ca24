package io.agencyos.domain.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatedDatesTest {

    private static final ZonedDateTime RECEIVED =
            ZonedDateTime.of(2026, 2, 18, 10, 0, 0, 0, ZoneId.of("Australia/Perth"));
    private static final LocalDate DAY = RECEIVED.toLocalDate();

    // content E-42
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "out of the office until 3 March | 2026-03-03 | 2026-03-04",
                "on annual leave, back on Monday | 2026-02-23 | 2026-02-24",
                "On leave 23/02/2026 to 06/03/2026 | 2026-03-09 | 2026-03-10",
                "Out of office. Back in two weeks. | 2026-03-04 | 2026-03-05",
                "away until the 3rd of March, returning on 4/3 | 2026-03-04 | 2026-03-05",
                "Back on 03/13/2026 | 2026-03-13 | 2026-03-16",
                "returning 10 January | 2027-01-10 | ",
                "Away, see you soon | | 2026-03-04",
                "reopen on Monday 2 March 2026 | 2026-03-02 | 2026-03-03",
                "closed 14 - 22 February and back in the office Monday | 2026-02-23 | 2026-02-24",
                "out of office 18 Feb - 27 Feb inclusive | 2026-03-02 | 2026-03-03",
            })
    void an_absence_ends_on_the_day_the_reply_states_and_outreach_resumes_a_business_day_later(
            String text, LocalDate returnDate, LocalDate resumeOn) {
        Absence absence = Absence.of(StatedDates.returnDate(text, DAY), RECEIVED);

        assertThat(absence.returnDate()).isEqualTo(Optional.ofNullable(returnDate));
        assertThat(absence.resumeOn())
                .isEqualTo(Optional.ofNullable(resumeOn)
                        .map(day -> day.atTime(LocalTime.of(9, 0)).atZone(RECEIVED.getZone())));
    }

    // content 4.5
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "back 2026-03-05 | 2026-03-05",
                "back on 5/3/26 | 2026-03-05",
                "back on March 5th, 2026 | 2026-03-05",
                "back tomorrow | 2026-02-19",
                "back on Wednesday | 2026-02-25",
                "back in a couple of days | 2026-02-20",
                "back in a fortnight | 2026-03-04",
                "back in 2 months | 2026-04-19",
                "back next week | 2026-02-23",
                "back on 31 April | ",
                "was back on 17/02/2026 | ",
                "back on 20/02/2028 | ",
                "until next Tuesday 24/2 | 2026-02-24",
            })
    void each_way_to_write_a_date_is_read(String text, LocalDate returnDate) {
        assertThat(StatedDates.returnDate(text, DAY)).isEqualTo(Optional.ofNullable(returnDate));
    }

    // content 4.5
    @Test
    void a_return_of_90_days_resumes_by_itself_and_one_of_91_waits_for_a_person() {
        assertThat(Absence.of(Optional.of(DAY.plusDays(90)), RECEIVED).resumeOn())
                .isPresent();
        assertThat(Absence.of(Optional.of(DAY.plusDays(91)), RECEIVED).resumeOn())
                .isEmpty();
    }

    // content 4.6, not_interested with a stated time
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "try me again in July | 2026-07-01",
                "touch base next quarter | 2026-04-01",
                "ask next month | 2026-03-01",
                "maybe next year | 2027-01-01",
                "after EOFY | 2026-07-01",
                "Try me in Q3 | 2026-07-01",
                "call in 6 months | 2026-08-17",
                "it may be of use | ",
                "not now | ",
            })
    void a_later_time_is_the_first_day_of_what_was_named(String text, LocalDate day) {
        assertThat(StatedTimes.later(text, DAY)).isEqualTo(Optional.ofNullable(day));
    }

    @Property
    void a_return_date_lies_in_the_next_366_days(@ForAll("absences") String text) {
        assertThat(StatedDates.returnDate(text, DAY)
                        .filter(date -> !date.isAfter(DAY) || date.isAfter(DAY.plusDays(366))))
                .isEmpty();
    }

    @Provide
    Arbitrary<String> absences() {
        return Arbitraries.of(
                        "back",
                        "until",
                        "to",
                        "-",
                        "the",
                        "next",
                        "Monday",
                        "31",
                        "29",
                        "2",
                        "/",
                        "2/2",
                        "30/2",
                        "29 Feb",
                        "3 March",
                        "March 3rd",
                        "2026",
                        "2028-02-29",
                        "99/99/99",
                        "in",
                        "in 999 days",
                        "a couple of",
                        "weeks",
                        ".",
                        "\n",
                        "tomorrow")
                .list()
                .ofMaxSize(15)
                .map(words -> String.join(" ", words));
    }
}
