package io.agencyos.domain.outreach.calendar;

import io.agencyos.domain.outreach.touch.TouchKeys;
import io.agencyos.domain.shared.TimeWindow;
import io.agencyos.domain.shared.TimeWindows;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When one touch may leave: weekly windows on one clock, less holidays, less what the law forbids. Windows are
 * half-open; times that daylight saving skips or repeats resolve by the zone's rules. Source: outreach 5.2–5.5, TIME-2,
 * TIME-4.
 *
 * @param zone whose clock the windows are read on
 * @param week open hours by weekday; an absent day is closed
 * @param legal the law's hours by weekday, null-free: every day open all day where there are none
 * @param legalZones zones in which the legal hours must hold at once
 * @param holidays days that are closed, and whether that is by law
 */
public record SendCalendar(
        ZoneId zone,
        Map<DayOfWeek, TimeWindows> week,
        Map<DayOfWeek, TimeWindows> legal,
        List<ZoneId> legalZones,
        HolidayRule holidays) {

    /** How far ahead an opening is looked for; a longer closure is a mistake in the table. */
    private static final int HORIZON_DAYS = 60;

    public SendCalendar {
        week = Map.copyOf(week);
        legal = Map.copyOf(legal);
        legalZones = List.copyOf(legalZones);
    }

    /** Why an instant is closed. */
    public enum Closure {
        OPEN,
        LEGAL_HOURS,
        PUBLIC_HOLIDAY,
        OUTSIDE_WINDOW
    }

    /** Which days are holidays for the touch. As text it says whose holidays they are, not which. */
    public interface HolidayRule {
        HolidayRule NONE = new HolidayRule() {
            @Override
            public boolean closed(LocalDate date) {
                return false;
            }

            @Override
            public String toString() {
                return "none";
            }
        };

        boolean closed(LocalDate date);
    }

    /** Short, and the same for the same opening hours in every process: what a gate was told is compared by it. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(160).append(zone);
        open(week, text);
        if (!legalZones.isEmpty()) {
            open(legal, text.append(" by law in ").append(legalZones));
        }
        return text.append(" but ").append(holidays).toString();
    }

    private static void open(Map<DayOfWeek, TimeWindows> hours, StringBuilder text) {
        for (DayOfWeek day : DayOfWeek.values()) {
            TimeWindows open = hours.get(day);
            if (open != null) {
                text.append(' ').append(day.getValue()).append(' ').append(open);
            }
        }
    }

    /** Open or, in the order of the codes, what closes it. */
    public Closure at(Instant instant) {
        LocalDateTime local = LocalDateTime.ofInstant(instant, zone);
        if (!legalOn(local.toLocalDate()).contains(local.toLocalTime())) {
            return Closure.LEGAL_HOURS;
        }
        if (holidays.closed(local.toLocalDate())) {
            return Closure.PUBLIC_HOLIDAY;
        }
        return open(local.toLocalDate()).contains(local.toLocalTime()) ? Closure.OPEN : Closure.OUTSIDE_WINDOW;
    }

    /** The open hours of a date: window, holiday and law together. */
    public TimeWindows open(LocalDate date) {
        return holidays.closed(date)
                ? TimeWindows.NONE
                : week.getOrDefault(date.getDayOfWeek(), TimeWindows.NONE).intersect(legalOn(date));
    }

    /** The instant itself if open, else the next one that is; empty where nothing opens within 60 days. */
    public Optional<Instant> nextOpening(Instant from) {
        LocalDateTime local = LocalDateTime.ofInstant(from, zone);
        return at(from) == Closure.OPEN
                ? Optional.of(from)
                : dates(local.toLocalDate())
                        .flatMap(date -> open(date).windows().stream().map(window -> instant(date, window.start())))
                        .filter(start -> start.isAfter(from))
                        .findFirst();
    }

    /** When the window ends that is open now; empty where none is. */
    public Optional<Instant> closes(Instant now) {
        LocalDateTime local = LocalDateTime.ofInstant(now, zone);
        return open(local.toLocalDate()).windows().stream()
                .filter(window -> window.contains(local.toLocalTime()))
                .findFirst()
                .map(window -> instant(local.toLocalDate(), window.end()));
    }

    /** The first opening on a later local date than that of {@code now}. */
    public Optional<Instant> nextDay(Instant now) {
        return nextOpening(localDate(now).plusDays(1));
    }

    /** The first opening on or after a local date. */
    public Optional<Instant> nextOpening(LocalDate date) {
        return firstOpenDate(date)
                .map(day -> instant(day, open(day).windows().getFirst().start()));
    }

    /** The first date on or after this one with an open hour: {@code due} of {@code planned} (outreach 2.4). */
    public Optional<LocalDate> firstOpenDate(LocalDate planned) {
        return dates(planned).filter(date -> !open(date).isEmpty()).findFirst();
    }

    /** The touch's own minute of a date: window start + ⌊u × open minutes⌋, breaks stepped over (outreach 5.5). */
    public Optional<Instant> slotOn(LocalDate date, String idempotencyKey) {
        return slotIn(date, open(date), idempotencyKey);
    }

    /** TIME-4: from {@code now} on, never a minute that is past. */
    public Optional<Instant> slotFrom(Instant now, String idempotencyKey) {
        LocalDateTime local = LocalDateTime.ofInstant(now, zone);
        TimeWindows today = open(local.toLocalDate());
        TimeWindows left = at(now) == Closure.OPEN ? today.from(local.toLocalTime()) : TimeWindows.NONE;
        if (left.openMinutes() > 0) {
            return slotIn(local.toLocalDate(), left, idempotencyKey);
        }
        // what is left of a window's last minute is no minute to be had
        Instant onwards = at(now) == Closure.OPEN ? now.plusSeconds(60) : now;
        return nextOpening(onwards).flatMap(start -> {
            LocalDateTime opening = LocalDateTime.ofInstant(start, zone);
            TimeWindows rest = open(opening.toLocalDate()).from(opening.toLocalTime());
            return slotIn(opening.toLocalDate(), rest, idempotencyKey);
        });
    }

    /** The minute itself where it stays open for so long, else as much earlier, though never before {@code earliest}. */
    public Instant withRoom(Instant minute, Duration room, Instant earliest) {
        Instant earlier = minute.minus(room);
        boolean better = at(minute.plus(room)) != Closure.OPEN && at(earlier) == Closure.OPEN;
        return better && !earlier.isBefore(earliest) ? earlier : minute;
    }

    /** The date on this calendar's clock. */
    public LocalDate localDate(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }

    /** The touch's own minute of these hours of a date. */
    Optional<Instant> slotIn(LocalDate date, TimeWindows hours, String idempotencyKey) {
        int minute = Math.toIntExact(TouchKeys.jitter(idempotencyKey, hours.openMinutes()));
        return hours.atOpenMinute(minute).map(time -> instant(date, time));
    }

    // the same date's legal hours of every zone, read on this calendar's clock and cut at its midnights
    private TimeWindows legalOn(LocalDate date) {
        TimeWindows allowed = TimeWindows.ALL_DAY;
        TimeWindows hours = legal.getOrDefault(date.getDayOfWeek(), TimeWindows.NONE);
        for (ZoneId other : legalZones) {
            allowed = allowed.intersect(new TimeWindows(hours.windows().stream()
                    .flatMap(window -> onOurClock(date, window, other).stream())
                    .toList()));
        }
        return allowed;
    }

    private Optional<TimeWindow> onOurClock(LocalDate date, TimeWindow window, ZoneId other) {
        LocalDateTime start = local(date.atTime(window.start()), other);
        LocalDateTime end = local(date.atTime(window.end()), other);
        LocalTime from = start.toLocalDate().isBefore(date) ? LocalTime.MIN : start.toLocalTime();
        LocalTime to = end.toLocalDate().isAfter(date) ? LocalTime.MAX : end.toLocalTime();
        boolean onThisDate =
                !start.toLocalDate().isAfter(date) && !end.toLocalDate().isBefore(date);
        return onThisDate && from.isBefore(to) ? Optional.of(new TimeWindow(from, to)) : Optional.empty();
    }

    private LocalDateTime local(LocalDateTime there, ZoneId other) {
        return LocalDateTime.ofInstant(there.atZone(other).toInstant(), zone);
    }

    private Instant instant(LocalDate date, LocalTime time) {
        return date.atTime(time).atZone(zone).toInstant();
    }

    private static Stream<LocalDate> dates(LocalDate from) {
        return from.datesUntil(from.plusDays(HORIZON_DAYS));
    }
}
