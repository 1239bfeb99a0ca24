package io.agencyos.adapters.out.memory.conversion;

import io.agencyos.domain.conversion.detect.Funnel;
import io.agencyos.domain.conversion.detect.Judged;
import io.agencyos.domain.deal.Meeting;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A meeting whose attendance is known, with everything that it is. */
record MeetingFact(Instant at, List<FactDimension> dimensions, boolean held) {

    private static final NavigableMap<Integer, String> HOURS =
            new TreeMap<>(Map.of(0, "before 10", 10, "10-11", 12, "12-13", 14, "14-15", 16, "16 and later"));
    private static final NavigableMap<Integer, String> LEAD_DAYS =
            new TreeMap<>(Map.of(0, "0-1", 2, "2-3", 4, "4-7", 8, "8+"));

    static MeetingFact of(Meeting meeting, Instant at, ZoneId zone, @Nullable String tier) {
        ZonedDateTime local = at.atZone(zone);
        List<FactDimension> all = new ArrayList<>();
        if (tier != null) {
            add(all, "tier", tier);
        }
        add(all, "confirmed", meeting.confirmedAt() == null ? Judged.WITHOUT : Judged.WITH);
        add(all, "rescheduled", meeting.rescheduled() > 0 ? Judged.WITH : Judged.WITHOUT);
        add(all, Funnel.DAY, String.valueOf(local.getDayOfWeek().getValue() - 1));
        add(all, Funnel.HOUR, HOURS.floorEntry(local.getHour()).getValue());
        int days = (int) ChronoUnit.DAYS.between(LocalDate.ofInstant(meeting.bookedAt(), zone), local.toLocalDate());
        if (days >= 0) {
            add(all, "lead_time", LEAD_DAYS.floorEntry(days).getValue());
        }
        return new MeetingFact(at, List.copyOf(all), held(meeting));
    }

    /** Whether it is known who came. */
    static boolean isKnown(Meeting meeting) {
        return meeting.scheduledAt() != null
                && switch (meeting.outcome()) {
                    case GOOD, BAD, NO_SHOW -> true;
                    case PENDING, CANCELLED -> false;
                };
    }

    static Instant time(Meeting meeting) {
        return Objects.requireNonNull(meeting.scheduledAt());
    }

    private static boolean held(Meeting meeting) {
        return switch (meeting.outcome()) {
            case GOOD, BAD -> true;
            case NO_SHOW, PENDING, CANCELLED -> false;
        };
    }

    private static void add(List<FactDimension> all, String name, String value) {
        all.add(new FactDimension(name, value, ""));
    }
}
