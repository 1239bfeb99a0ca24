package io.agencyos.domain.client.billing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jmolecules.ddd.annotation.ValueObject;

/**
 * One month of a subscription, half-open: {@code end} is the first day of the next one. A day begins at 00:00 in Sydney,
 * wherever the client is. Source: scoring PLAN-5, flows 2.14.
 */
@ValueObject
public record BillingPeriod(LocalDate start, LocalDate end) {

    /** Where invoices and resets have their midnight. */
    public static final ZoneId ZONE = ZoneId.of("Australia/Sydney");

    public BillingPeriod {
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException("a period of no day: " + start + " to " + end);
        }
    }

    /** The billing day that this instant belongs to. */
    public static LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, ZONE);
    }

    /** When the next period begins and the credits are reset. */
    public Instant endsAt() {
        return end.atStartOfDay(ZONE).toInstant();
    }
}
