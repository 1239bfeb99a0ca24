package io.agencyos.domain.campaign;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Set;

/**
 * A campaign's work hours and days, read on the clock of whoever the window of a touch is for. They narrow the windows of
 * the channels and never widen them. Source: outreach 1.1, 5.3.
 */
public record WorkHours(LocalTime start, LocalTime end, Set<DayOfWeek> days) {

    /** 09:00–17:00, Monday to Friday. */
    public static final WorkHours DEFAULT = new WorkHours(
            LocalTime.of(9, 0),
            LocalTime.of(17, 0),
            Set.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY));

    public WorkHours {
        days = Set.copyOf(days);
    }
}
