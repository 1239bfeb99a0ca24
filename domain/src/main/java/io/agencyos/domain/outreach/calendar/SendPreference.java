package io.agencyos.domain.outreach.calendar;

import io.agencyos.domain.shared.TimeWindow;
import io.agencyos.domain.shared.TimeWindows;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The days and hours at which a client's messages were found to convert, in the recipient's time. It chooses inside what
 * a calendar leaves open and never widens it. Source: scoring TIME-3, CIS 8, 14.1.
 *
 * @param days found good; where there are none, every day but the avoided ones is as good
 * @param avoidedDays found bad
 * @param hours found good, 0 to 23; likewise
 */
public record SendPreference(
        Set<DayOfWeek> days, Set<DayOfWeek> avoidedDays, Set<Integer> hours, Set<Integer> avoidedHours) {

    /** Nothing is known. */
    public static final SendPreference NONE = new SendPreference(Set.of(), Set.of(), Set.of(), Set.of());

    /** For how many days a step that is dated waits for a better one; the steps after it move along. */
    private static final int PATIENCE_DAYS = 2;

    public SendPreference {
        days = Set.copyOf(days);
        avoidedDays = Set.copyOf(avoidedDays);
        hours = Set.copyOf(hours);
        avoidedHours = Set.copyOf(avoidedHours);
    }

    /** Whether it says anything at all. */
    public boolean counts() {
        return !equals(NONE);
    }

    /** The minute of a dated step: on the first good open day if one is near, else on the first open one. */
    public Optional<Instant> slotFromDate(SendCalendar calendar, LocalDate planned, String idempotencyKey) {
        Optional<LocalDate> first = calendar.firstOpenDate(planned);
        return first.flatMap(date -> IntStream.rangeClosed(0, PATIENCE_DAYS)
                        .mapToObj(date::plusDays)
                        .filter(day -> prefers(day.getDayOfWeek()))
                        .filter(day -> !calendar.open(day).isEmpty())
                        .findFirst())
                .or(() -> first)
                .flatMap(date -> calendar.slotIn(date, among(calendar.open(date)), idempotencyKey));
    }

    /**
     * The next minute from {@code now} on, in a good hour where what is left of the day has one. A better day is not
     * waited for: what is due now has its place in today's capacity.
     */
    public Optional<Instant> slotFrom(SendCalendar calendar, Instant now, String idempotencyKey) {
        LocalDateTime local = LocalDateTime.ofInstant(now, calendar.zone());
        TimeWindows left = calendar.at(now) == SendCalendar.Closure.OPEN
                ? calendar.open(local.toLocalDate()).from(local.toLocalTime())
                : TimeWindows.NONE;
        if (left.openMinutes() > 0) {
            return calendar.slotIn(local.toLocalDate(), among(left), idempotencyKey);
        }
        return calendar.slotFrom(now, idempotencyKey)
                .flatMap(slot -> slotOn(calendar, calendar.localDate(slot), now, idempotencyKey));
    }

    private Optional<Instant> slotOn(SendCalendar calendar, LocalDate date, Instant now, String idempotencyKey) {
        LocalDateTime local = LocalDateTime.ofInstant(now, calendar.zone());
        TimeWindows hours = calendar.open(date);
        TimeWindows left = date.equals(local.toLocalDate()) ? hours.from(local.toLocalTime()) : hours;
        return calendar.slotIn(date, among(left), idempotencyKey);
    }

    private boolean prefers(DayOfWeek day) {
        return days.isEmpty() ? !avoidedDays.contains(day) : days.contains(day);
    }

    /** The good hours of these; all of them where none is good. */
    private TimeWindows among(TimeWindows open) {
        List<TimeWindow> good = IntStream.range(0, 24)
                .filter(hour -> hours.isEmpty() ? !avoidedHours.contains(hour) : hours.contains(hour))
                .mapToObj(SendPreference::hour)
                .toList();
        TimeWindows preferred = open.intersect(new TimeWindows(good));
        return preferred.openMinutes() > 0 ? preferred : open;
    }

    private static TimeWindow hour(int hour) {
        LocalTime end = hour == 23 ? LocalTime.MAX : LocalTime.of(hour + 1, 0);
        return new TimeWindow(LocalTime.of(hour, 0), end);
    }
}
