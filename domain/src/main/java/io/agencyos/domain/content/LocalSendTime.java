package io.agencyos.domain.content;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * When a message was sent on the lead's own clock. Source: content 3.9, E-32.
 *
 * @param localDayIndex 0 for Monday to 6 for Sunday
 * @param localHour 0 to 23
 */
public record LocalSendTime(int localDayIndex, int localHour) {

    public static LocalSendTime of(Instant sentAt, ZoneId leadZone) {
        ZonedDateTime local = sentAt.atZone(leadZone);
        return new LocalSendTime(local.getDayOfWeek().getValue() - 1, local.getHour());
    }
}
