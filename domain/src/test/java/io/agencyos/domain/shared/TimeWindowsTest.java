package io.agencyos.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeWindowsTest {

    private static final TimeWindows EMAIL = TimeWindows.of(window("09:00", "11:00"));
    private static final TimeWindows VOICE = TimeWindows.of(window("09:00", "12:00"), window("13:00", "17:00"));
    private static final TimeWindows SMS = TimeWindows.of(window("09:00", "17:00"));

    @Test
    void the_end_is_outside() { // outreach 5.3: 17:00:00 is outside 09:00–17:00
        assertThat(SMS.contains(LocalTime.parse("17:00:00"))).isFalse();
        assertThat(SMS.contains(LocalTime.parse("16:59:59.999"))).isTrue();
        assertThat(SMS.contains(LocalTime.parse("09:00:00"))).isTrue();
        assertThat(SMS.contains(LocalTime.parse("08:59:59.999"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"10:20,10:20", "12:30,13:00", "17:00,", "06:00,09:00"}) // outreach 5.3, nextOpening of voice
    void the_next_opening_steps_over_lunch(LocalTime time, LocalTime opening) {
        assertThat(VOICE.nextOpening(time).orElse(null)).isEqualTo(opening);
    }

    @Test
    void open_minutes_are_counted_over_the_open_hours_only() { // outreach 5.5
        assertThat(EMAIL.openMinutes()).isEqualTo(120);
        assertThat(EMAIL.atOpenMinute(31)).contains(LocalTime.parse("09:31"));
        assertThat(SMS.openMinutes()).isEqualTo(480);
        assertThat(SMS.atOpenMinute(139)).contains(LocalTime.parse("11:19"));
        assertThat(VOICE.openMinutes()).isEqualTo(420);
        assertThat(VOICE.atOpenMinute(75)).contains(LocalTime.parse("10:15"));
        assertThat(VOICE.atOpenMinute(192)).contains(LocalTime.parse("13:12"));
        assertThat(VOICE.atOpenMinute(420)).isEmpty();
        assertThat(VOICE.atOpenMinute(-1)).isEmpty();
    }

    @Test
    void what_is_left_of_a_day_begins_now() { // scoring TIME-4: voice, Tue 11:30, u = 0.5: 135 of 270 is 14:45
        TimeWindows left = VOICE.from(LocalTime.parse("11:30"));
        assertThat(left.openMinutes()).isEqualTo(270);
        assertThat(left.atOpenMinute(135)).contains(LocalTime.parse("14:45"));
        assertThat(VOICE.from(LocalTime.parse("17:00"))).isEqualTo(TimeWindows.NONE);
    }

    @Test
    void work_hours_narrow_a_window() { // outreach 5.3
        assertThat(VOICE.intersect(TimeWindows.of(window("10:00", "14:00"))))
                .isEqualTo(TimeWindows.of(window("10:00", "12:00"), window("13:00", "14:00")));
        assertThat(EMAIL.intersect(TimeWindows.of(window("11:00", "17:00"))).isEmpty())
                .isTrue();
    }

    @Test
    void equal_opening_hours_are_equal_values() {
        assertThat(TimeWindows.of(window("13:00", "17:00"), window("09:00", "13:00")))
                .isEqualTo(SMS);
        assertThat(TimeWindows.of(window("09:00", "17:00"), window("10:00", "11:00")))
                .isEqualTo(SMS);
    }

    @Test
    void a_window_starts_before_it_ends() {
        assertThat(TimeWindow.of(LocalTime.NOON, LocalTime.NOON).isOk()).isFalse();
        assertThat(TimeWindow.of(LocalTime.NOON, LocalTime.MAX).isOk()).isTrue();
        assertThatThrownBy(() -> new TimeWindow(LocalTime.NOON, LocalTime.MIN))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void an_intersection_is_open_exactly_where_both_are(
            @ForAll("hours") TimeWindows one,
            @ForAll("hours") TimeWindows other,
            @ForAll @IntRange(max = 1439) int minute) {
        LocalTime time = LocalTime.MIN.plusMinutes(minute);
        assertThat(one.intersect(other).contains(time)).isEqualTo(one.contains(time) && other.contains(time));
    }

    @Property
    void every_open_minute_is_open_and_they_follow_each_other(@ForAll("hours") TimeWindows hours) {
        LocalTime last = null;
        for (int minute = 0; minute < hours.openMinutes(); minute++) {
            LocalTime time = hours.atOpenMinute(minute).orElseThrow();
            assertThat(hours.contains(time)).isTrue();
            assertThat(last == null || last.isBefore(time)).isTrue();
            last = time;
        }
        assertThat(hours.atOpenMinute(hours.openMinutes())).isEmpty();
    }

    @Provide
    Arbitrary<TimeWindows> hours() {
        Arbitrary<TimeWindow> window = Combinators.combine(
                        Arbitraries.integers().between(0, 1430),
                        Arbitraries.integers().between(1, 300))
                .as((start, length) -> new TimeWindow(
                        LocalTime.MIN.plusMinutes(start), LocalTime.MIN.plusMinutes(Math.min(1439, start + length))));
        return window.list().ofMaxSize(4).map(TimeWindows::new);
    }

    @Test
    void both_dates_of_a_range_belong_to_it() { // outreach 1.1: start_date, end_date both inclusive
        LocalDate first = LocalDate.parse("2026-03-02");
        LocalDate last = LocalDate.parse("2026-03-06");
        DateRange range = DateRange.of(first, last).orElseThrow();
        assertThat(List.of(range.contains(first), range.contains(last))).containsOnly(true);
        assertThat(range.isAfter(first.minusDays(1))).isTrue();
        assertThat(range.isBefore(last.plusDays(1))).isTrue();
        assertThat(DateRange.of(first, first).isOk()).isTrue();
        assertThat(DateRange.of(last, first).isOk()).isFalse();
        assertThat(DateRange.ALWAYS.contains(last)).isTrue();
        assertThat(new DateRange(first, null).contains(first.minusDays(1))).isFalse();
    }

    private static TimeWindow window(String start, String end) {
        return new TimeWindow(LocalTime.parse(start), LocalTime.parse(end));
    }
}
