package io.agencyos.domain.shared;

import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A stretch of a local day, start included and end excluded: 17:00:00 lies outside 09:00–17:00. It never spans midnight
 * and knows no zone. Source: outreach 5.3.
 */
public record TimeWindow(LocalTime start, LocalTime end) {

    /** Refuses an empty or reversed window. */
    public TimeWindow {
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException("a window starts before it ends");
        }
    }

    /** Checks two times from outside, such as a campaign's work hours. */
    public static Result<TimeWindow, InputProblem> of(LocalTime start, LocalTime end) {
        return start.isBefore(end)
                ? Result.ok(new TimeWindow(start, end))
                : Result.err(InputProblem.window("A time window starts before it ends."));
    }

    /** True from the start up to, but not at, the end. */
    public boolean contains(LocalTime time) {
        return !time.isBefore(start) && time.isBefore(end);
    }

    /** What both have in common; empty where they only touch. */
    public Optional<TimeWindow> intersect(TimeWindow other) {
        LocalTime later = start.isAfter(other.start) ? start : other.start;
        LocalTime earlier = end.isBefore(other.end) ? end : other.end;
        return later.isBefore(earlier) ? Optional.of(new TimeWindow(later, earlier)) : Optional.empty();
    }

    /** Whole minutes from start to end. */
    public int minutes() {
        return Math.toIntExact(ChronoUnit.MINUTES.between(start, end));
    }
}
