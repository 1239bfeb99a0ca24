package io.agencyos.domain.campaign.enrolment;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** When a step is planned, as a date on the lead's calendar. Source: outreach 2.4. */
public final class DueDates {

    /** Overdue by more, a person confirms first: {@code stale_enrolment}. */
    public static final int STALE_AFTER_DAYS = 14;

    /** Days between the message that follows an acceptance and the step behind it. Source: outreach 2.5. */
    public static final int AFTER_FOLLOW_UP_DAYS = 2;

    /** Openings of an e-mail that bring the next step nearer. Source: outreach 2.5 {@code opened_3x}. */
    public static final int OPENINGS_OF_INTEREST = 3;

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

    /**
     * A day earlier than planned, but neither before today nor nearer to the last step than touches may stand. Source:
     * outreach 2.5 {@code opened_3x}.
     */
    public static LocalDate earlier(LocalDate planned, LocalDate last, int gapDays, LocalDate today) {
        LocalDate gap = last.plusDays(gapDays);
        LocalDate nearest = gap.isAfter(today) ? gap : today;
        LocalDate wished = planned.minusDays(1);
        LocalDate allowed = wished.isBefore(nearest) ? nearest : wished;
        return allowed.isBefore(planned) ? allowed : planned;
    }

    /** True when so much time has passed that nobody knows whether the lead is still worth it. */
    public static boolean isStale(LocalDate due, LocalDate today) {
        return ChronoUnit.DAYS.between(due, today) > STALE_AFTER_DAYS;
    }
}
