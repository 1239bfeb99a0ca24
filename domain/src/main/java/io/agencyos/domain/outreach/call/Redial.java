package io.agencyos.domain.outreach.call;

import io.agencyos.domain.outreach.calendar.SendCalendar;
import io.agencyos.domain.outreach.gate.TimeChecks;
import io.agencyos.domain.shared.TimeWindow;
import io.agencyos.domain.shared.TimeWindows;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether and when a call that reached nobody is made once more. A message on a machine was the touch. Source: outreach 10.6. */
public final class Redial {

    /** Dials of one step, the first among them. */
    public static final int MOST_DIALS = 3;

    private static final int MOST_AFTER_BUSY = 2;
    private static final int MOST_AFTER_NO_ANSWER = 1;
    private static final int MOST_AFTER_FAILURE = 1;
    private static final Duration AFTER_BUSY = Duration.ofHours(2);
    private static final Duration AFTER_FAILURE = Duration.ofMinutes(15);
    private static final LocalTime NOON = LocalTime.NOON;

    private Redial() {}

    /**
     * When to dial again; empty where the step is done.
     *
     * <p>A call that went on beyond its time is one that its vendor did not end when it was to, and nobody is called again on the
     * day of such a call. Source: vapi 7.
     *
     * @param dials what every dial of the step came to, the newest last
     * @param ended when the newest ended
     * @param overran whether it went on beyond its time
     * @param calendar of calls to this person
     * @param nextKey idempotency key of the next dial, by which its minute is drawn
     */
    public static Optional<Instant> at(
            List<CallResult> dials, Instant ended, boolean overran, SendCalendar calendar, String nextKey) {
        Optional<Instant> next = at(dials, ended, calendar, nextKey);
        return overran ? next.flatMap(at -> onAnotherDay(calendar, at, ended, nextKey)) : next;
    }

    /**
     * When somebody is called who asked for it: at that time, or where a call may not begin then at the next at which it may.
     *
     * @param calendar of calls to a person who asked for one, which is the law's
     */
    public static Optional<Instant> asked(Instant wanted, SendCalendar calendar) {
        return mayBegin(calendar, wanted) ? Optional.of(wanted) : calendar.nextOpening(afterWindow(calendar, wanted));
    }

    private static Optional<Instant> onAnotherDay(SendCalendar calendar, Instant at, Instant ended, String key) {
        LocalDate day = calendar.localDate(ended);
        return calendar.localDate(at).isAfter(day)
                ? Optional.of(at)
                : calendar.firstOpenDate(day.plusDays(1)).flatMap(date -> calendar.slotOn(date, key));
    }

    private static Optional<Instant> at(List<CallResult> dials, Instant ended, SendCalendar calendar, String nextKey) {
        if (dials.isEmpty() || dials.size() >= MOST_DIALS) {
            return Optional.empty();
        }
        CallResult newest = dials.getLast();
        long same = dials.stream().filter(newest::equals).count();
        return switch (newest) {
            case BUSY -> same <= MOST_AFTER_BUSY ? next(calendar, ended.plus(AFTER_BUSY), nextKey) : Optional.empty();
            case NO_ANSWER -> same <= MOST_AFTER_NO_ANSWER ? otherHalf(calendar, ended, nextKey) : Optional.empty();
            case FAILED_TECHNICAL ->
                same <= MOST_AFTER_FAILURE ? next(calendar, ended.plus(AFTER_FAILURE), nextKey) : Optional.empty();
            case VOICEMAIL_LEFT,
                    VOICEMAIL_DETECTED,
                    TRANSFERRED,
                    CANCELLED,
                    NO_REPORT,
                    MEETING_BOOKED,
                    MEETING_REQUESTED,
                    CALLBACK_REQUESTED,
                    INTERESTED,
                    NOT_INTERESTED,
                    DO_NOT_CALL,
                    WRONG_NUMBER,
                    RECORDING_DECLINED,
                    NO_OUTCOME -> Optional.empty();
        };
    }

    /** That instant where a call may begin then, else a minute of the next opening. */
    private static Optional<Instant> next(SendCalendar calendar, Instant from, String key) {
        return mayBegin(calendar, from) ? Optional.of(from) : calendar.slotFrom(afterWindow(calendar, from), key);
    }

    private static boolean mayBegin(SendCalendar calendar, Instant at) {
        return TimeChecks.callFits(calendar, at);
    }

    private static Instant afterWindow(SendCalendar calendar, Instant from) {
        return calendar.at(from) == SendCalendar.Closure.OPEN ? from.plus(TimeChecks.CALL_ENDS_WITHIN) : from;
    }

    /** The next business day in the half in which the person was not called. */
    private static Optional<Instant> otherHalf(SendCalendar calendar, Instant ended, String key) {
        LocalTime called = LocalTime.ofInstant(ended, calendar.zone());
        TimeWindow other =
                called.isBefore(NOON) ? new TimeWindow(NOON, LocalTime.MAX) : new TimeWindow(LocalTime.MIN, NOON);
        Map<DayOfWeek, TimeWindows> week = new EnumMap<>(DayOfWeek.class);
        calendar.week().forEach((day, hours) -> week.put(day, hours.intersect(TimeWindows.of(other))));
        SendCalendar half =
                new SendCalendar(calendar.zone(), week, calendar.legal(), calendar.legalZones(), calendar.holidays());
        LocalDate tomorrow = calendar.localDate(ended).plusDays(1);
        return half.firstOpenDate(tomorrow).flatMap(date -> half.slotOn(date, key));
    }
}
