package io.agencyos.domain.conversation;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZonedDateTime;

/** When a task is due on the client's clock. Source: content 4.6. */
public final class DueTimes {

    private static final LocalTime OPENS = LocalTime.of(9, 0);
    private static final LocalTime CLOSES = LocalTime.of(17, 0);

    private DueTimes() {}

    /** The moment that lies so many hours or days after {@code from}; business time is Monday to Friday, 09:00 to 17:00. */
    public static ZonedDateTime after(ZonedDateTime from, ReplyEffects.Due due) {
        return switch (due.unit()) {
            case HOURS -> from.plusHours(due.amount());
            case BUSINESS_HOURS -> businessHours(from, due.amount());
            case BUSINESS_DAYS -> businessDays(from, due.amount());
        };
    }

    private static ZonedDateTime businessHours(ZonedDateTime from, int hours) {
        ZonedDateTime at = openFrom(from);
        Duration left = Duration.ofHours(hours);
        Duration today = Duration.between(at.toLocalTime(), CLOSES);
        while (left.compareTo(today) > 0) {
            left = left.minus(today);
            at = openFrom(at.with(CLOSES));
            today = Duration.between(at.toLocalTime(), CLOSES);
        }
        return at.plus(left);
    }

    private static ZonedDateTime businessDays(ZonedDateTime from, int days) {
        ZonedDateTime at = from;
        for (int day = 0; day < days; day++) {
            at = at.plusDays(1);
            while (isWeekend(at)) {
                at = at.plusDays(1);
            }
        }
        return at;
    }

    /** The moment itself in business time, else the next opening. */
    private static ZonedDateTime openFrom(ZonedDateTime at) {
        ZonedDateTime open = at;
        if (!open.toLocalTime().isBefore(CLOSES)) {
            open = open.plusDays(1).with(OPENS);
        } else if (open.toLocalTime().isBefore(OPENS)) {
            open = open.with(OPENS);
        }
        while (isWeekend(open)) {
            open = open.plusDays(1).with(OPENS);
        }
        return open;
    }

    private static boolean isWeekend(ZonedDateTime at) {
        return at.getDayOfWeek() == DayOfWeek.SATURDAY || at.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
