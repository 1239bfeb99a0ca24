package io.agencyos.domain.conversion;

import java.time.Duration;

/**
 * How long what was sent is waited for before it counts; a unit that is younger counts neither way. Source: conversion
 * intelligence 2.2, 2.3, 25.
 *
 * @param horizonDays after its first touch a lead has so many days to book, 14 to 60
 * @param attributionDays after it was sent a touch may be credited for so many days, 7 to 30
 */
public record Horizons(int horizonDays, int attributionDays) {

    /** What the product goes by unless a client says otherwise. */
    public static final Horizons DEFAULT = new Horizons(30, 14);

    private static final int LEAST_HORIZON = 14;
    private static final int LONGEST_HORIZON = 60;
    private static final int LEAST_ATTRIBUTION = 7;
    private static final int LONGEST_ATTRIBUTION = 30;

    public boolean isValid() {
        return horizonDays >= LEAST_HORIZON
                && horizonDays <= LONGEST_HORIZON
                && attributionDays >= LEAST_ATTRIBUTION
                && attributionDays <= LONGEST_ATTRIBUTION;
    }

    /** How long a lead is waited for. */
    public Duration ofALead() {
        return Duration.ofDays(horizonDays);
    }

    /** How long a touch is waited for. */
    public Duration ofATouch() {
        return Duration.ofDays(attributionDays);
    }
}
