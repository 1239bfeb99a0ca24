package io.agencyos.domain.campaign;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** When a step is planned, as a date on the lead's calendar. Source: outreach 2.4. */
public final class DueDates {

    /** Overdue by more, a person confirms first: {@code stale_enrolment}. */
    public static final int STALE_AFTER_DAYS = 14;

    private DueDates() {}

    /**
     * {@code max(D0 + o(n), L + (o(n) − o(n−1)))}: a late step pushes the later ones and keeps the spacing.
     *
     * @param day0 date of the first executed or skipped step
     * @param last effective date of the step before, null for the first step
     */
    public static LocalDate planned(LocalDate day0, int offset, @Nullable LocalDate last, int lastOffset) {
        LocalDate byAnchor = day0.plusDays(offset);
        if (last == null) {
            return byAnchor;
        }
        LocalDate bySpacing = last.plusDays(offset - lastOffset);
        return bySpacing.isAfter(byAnchor) ? bySpacing : byAnchor;
    }

    /** True when so much time has passed that nobody knows whether the lead is still worth it. */
    public static boolean isStale(LocalDate due, LocalDate today) {
        return ChronoUnit.DAYS.between(due, today) > STALE_AFTER_DAYS;
    }
}
