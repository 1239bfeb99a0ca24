package io.agencyos.domain.client.billing;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jmolecules.ddd.annotation.ValueObject;

/**
 * The day of the month on which a client's periods begin, 1 to 31; in a shorter month its last day. Every period is
 * reckoned from the anchor and never from the period before, so that 31 → 28 Feb → 31 Mar. Source: scoring PLAN-5.
 */
@ValueObject
public record BillingAnchor(int day) {

    private static final int LONGEST_MONTH = 31;

    public BillingAnchor {
        if (day < 1 || day > LONGEST_MONTH) {
            throw new IllegalArgumentException("no month has a day " + day);
        }
    }

    /** The anchor of a subscription that begins on this day. */
    public static BillingAnchor of(LocalDate start) {
        return new BillingAnchor(start.getDayOfMonth());
    }

    /** The period that the day is in. */
    public BillingPeriod containing(LocalDate date) {
        YearMonth month = YearMonth.from(date);
        YearMonth first = in(month).isAfter(date) ? month.minusMonths(1) : month;
        return new BillingPeriod(in(first), in(first.plusMonths(1)));
    }

    private LocalDate in(YearMonth month) {
        return month.atDay(Math.min(day, month.lengthOfMonth()));
    }
}
