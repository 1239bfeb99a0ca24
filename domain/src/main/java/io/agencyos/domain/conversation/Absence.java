package io.agencyos.domain.conversation;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * When an absent person is back and when outreach may go on. Source: content 4.5.
 *
 * @param returnDate as stated; empty when the reply states none
 * @param resumeOn 09:00 in the lead's zone on a business day; empty when the return is more than 90 days ahead and a
 *     person decides
 */
public record Absence(Optional<LocalDate> returnDate, Optional<ZonedDateTime> resumeOn) {

    private static final int DAYS_WITHOUT_A_DATE = 14;
    private static final int LONGEST_AUTOMATIC_PAUSE = 90;
    private static final LocalTime START_OF_BUSINESS = LocalTime.of(9, 0);

    /** The absence of a reply received at {@code receivedAt} in the lead's zone. */
    public static Absence of(Optional<LocalDate> returnDate, ZonedDateTime receivedAt) {
        LocalDate received = receivedAt.toLocalDate();
        LocalDate resume = returnDate
                .map(Absence::nextBusinessDayAfter)
                .orElseGet(() -> sameOrNextBusinessDay(received.plusDays(DAYS_WITHOUT_A_DATE)));
        boolean tooFar =
                returnDate.isPresent() && ChronoUnit.DAYS.between(received, returnDate.get()) > LONGEST_AUTOMATIC_PAUSE;
        return new Absence(
                returnDate,
                tooFar
                        ? Optional.empty()
                        : Optional.of(resume.atTime(START_OF_BUSINESS).atZone(receivedAt.getZone())));
    }

    /** The first Monday to Friday strictly after a date. */
    static LocalDate nextBusinessDayAfter(LocalDate date) {
        return sameOrNextBusinessDay(date.plusDays(1));
    }

    private static LocalDate sameOrNextBusinessDay(LocalDate date) {
        DayOfWeek day = date.getDayOfWeek();
        int ahead = day == DayOfWeek.SATURDAY ? 2 : day == DayOfWeek.SUNDAY ? 1 : 0;
        return date.plusDays(ahead);
    }
}
