package io.agencyos.domain.shared;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Calendar dates from first to last, both included; a missing bound is open. Campaign start and end are one. Source:
 * outreach 1.1.
 */
public record DateRange(@Nullable LocalDate first, @Nullable LocalDate last) {

    /** No bound at all. */
    public static final DateRange ALWAYS = new DateRange(null, null);

    /** Refuses a range that ends before it begins. */
    public DateRange {
        if (first != null && last != null && last.isBefore(first)) {
            throw new IllegalArgumentException("a range does not end before it begins");
        }
    }

    /** Checks two dates from outside. */
    public static Result<DateRange, InputProblem> of(@Nullable LocalDate first, @Nullable LocalDate last) {
        return first != null && last != null && last.isBefore(first)
                ? Result.err(InputProblem.range("The last date is not before the first."))
                : Result.ok(new DateRange(first, last));
    }

    /** True from the first to the last date, both included. */
    public boolean contains(LocalDate date) {
        return !isBefore(date) && !isAfter(date);
    }

    /** True when the whole range lies before {@code date}: it is over. */
    public boolean isBefore(LocalDate date) {
        return last != null && last.isBefore(date);
    }

    /** True when the whole range lies after {@code date}: it has not begun. */
    public boolean isAfter(LocalDate date) {
        return first != null && first.isAfter(date);
    }
}
