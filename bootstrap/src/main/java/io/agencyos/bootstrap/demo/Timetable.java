package io.agencyos.bootstrap.demo;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/**
 * When the demonstration looks at the world on an Australian business day: at night towards the end of the hours in which people in
 * America are written to, in the morning when the last of the day's flows is due, then towards the end of those of New Zealand, Sydney,
 * Brisbane, Perth and, in the evening, Britain. At weekends nobody is written to: once a day, for the flows and what comes in.
 */
final class Timetable {

    /** The first of the day's flows are due half an hour after midnight and may be hours late, the last at seven. */
    private static final LocalTime FLOWS = LocalTime.of(7, 0);

    private static final List<LocalTime> WEEKEND = List.of(FLOWS);
    private static final List<LocalTime> WORKDAY = List.of(
            LocalTime.of(2, 55),
            FLOWS,
            LocalTime.of(8, 55),
            LocalTime.of(10, 55),
            LocalTime.of(11, 55),
            LocalTime.of(13, 55),
            LocalTime.of(20, 50));

    private Timetable() {}

    /** The looks at one day, in order. */
    static List<Instant> of(LocalDate day) {
        return (isWeekend(day) ? WEEKEND : WORKDAY)
                .stream().map(time -> at(day, time)).toList();
    }

    /** From when on all flows of the day are due, and none of them is too late. */
    static Instant flows(LocalDate day) {
        return at(day, FLOWS);
    }

    private static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(DemoPlan.ZONE).toInstant();
    }

    /** The days from the first on until so many business days have passed. */
    static List<LocalDate> days(int businessDays) {
        return DemoPlan.FIRST_DAY
                .datesUntil(DemoPlan.FIRST_DAY.plusYears(2))
                .limit(lastDay(businessDays))
                .toList();
    }

    private static long lastDay(int businessDays) {
        int left = businessDays;
        long days = 0;
        for (LocalDate day = DemoPlan.FIRST_DAY; left > 0; day = day.plusDays(1)) {
            left -= isWeekend(day) ? 0 : 1;
            days++;
        }
        return days;
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
