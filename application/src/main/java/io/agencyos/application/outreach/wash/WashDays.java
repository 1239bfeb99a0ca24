package io.agencyos.application.outreach.wash;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The register keeps Sydney's calendar. Source: vendors/dncr 1. */
public final class WashDays {

    private static final ZoneId SYDNEY = ZoneId.of("Australia/Sydney");

    private WashDays() {}

    /** The register's calendar day of an instant. */
    public static LocalDate of(Instant instant) {
        return LocalDate.ofInstant(instant, SYDNEY);
    }
}
