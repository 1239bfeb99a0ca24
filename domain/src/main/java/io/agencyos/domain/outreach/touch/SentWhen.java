package io.agencyos.domain.outreach.touch;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Where a touch stands among those of its lead, and what its lead's clock said. Source: outreach 14.
 *
 * @param number 1 for the lead's first
 * @param gapDays days on the lead's calendar since the touch before, null for the first
 * @param local as the lead saw it
 */
public record SentWhen(int number, @Nullable Integer gapDays, LocalDateTime local, ZoneId zone) {

    /**
     * @param before touches that reached the lead before it
     * @param last when the newest of them left, null where nobody knows
     */
    public static SentWhen of(Instant at, ZoneId zone, int before, @Nullable Instant last) {
        LocalDateTime local = LocalDateTime.ofInstant(at, zone);
        Integer gap = last == null
                ? null
                : Math.toIntExact(ChronoUnit.DAYS.between(LocalDate.ofInstant(last, zone), local.toLocalDate()));
        return new SentWhen(before + 1, gap, local, zone);
    }

    /** 1 for Monday to 7 for Sunday. */
    public static int weekday(LocalDateTime local) {
        return local.getDayOfWeek().getValue();
    }
}
