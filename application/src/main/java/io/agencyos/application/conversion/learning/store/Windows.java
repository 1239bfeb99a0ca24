package io.agencyos.application.conversion.learning.store;

import io.agencyos.domain.conversion.Horizons;
import io.agencyos.domain.shared.id.ClientId;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;

/**
 * From when until when is learned. Source: conversion intelligence 4.
 *
 * @param horizons how long the client waits for its leads and touches
 */
public record Windows(Horizons horizons) {

    /** Those of a client that waits as long as the product does by itself. */
    public static final Windows DEFAULT = new Windows(Horizons.DEFAULT);

    /** How long ago a finding must have stood to be acted upon. */
    public static final Duration REPEAT = Duration.ofDays(56);

    public static final int LONGEST = 365;

    /** How far back meetings are looked at. Source: conversion intelligence 10. */
    public static final int OF_MEETINGS = 90;

    /** How long a held meeting is given to become a deal, and how far back closed deals are looked at. */
    private static final Duration OF_A_DEAL = Duration.ofDays(30);

    private static final int OF_DEALS = 180;

    /** A planned gap is judged by all that follows within this time, whichever touch it is credited to. */
    private static final Duration OF_A_GAP = Duration.ofDays(28);

    private static final ZoneId SYDNEY = ZoneId.of("Australia/Sydney");
    private static final List<Integer> DAYS = List.of(90, 180, LONGEST);
    private static final long ENOUGH = 50;

    /** A span of so many days. */
    public record Window(LearningFacts.Span span, int days) {}

    /** The beginning of the last Sunday in Sydney. */
    public static Instant cutOff(Instant now) {
        return LocalDate.ofInstant(now, SYDNEY)
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY))
                .atStartOfDay(SYDNEY)
                .toInstant();
    }

    /** The beginning of the day in Sydney. */
    public static Instant today(Instant now) {
        return LocalDate.ofInstant(now, SYDNEY).atStartOfDay(SYDNEY).toInstant();
    }

    /** The day in Sydney that a window begins or ends with; an hour of summer time between them names no other. */
    public static LocalDate day(Instant begin) {
        return LocalDate.ofInstant(begin.plus(Duration.ofHours(12)), SYDNEY);
    }

    /** The shortest span with fifty conversions; few conversions need a long one, and many make an old one stale. */
    public Window of(LearningFacts facts, ClientId client, LearningFacts.Unit unit, Instant cutOff) {
        for (int days : DAYS) {
            Window window = window(unit, cutOff, days);
            if (days == LONGEST || facts.totals(client, unit, window.span()).conversions() >= ENOUGH) {
                return window;
            }
        }
        throw new IllegalStateException("the longest window is the last");
    }

    /** The units of so many days that have matured by the cut-off. */
    public Window window(LearningFacts.Unit unit, Instant cutOff, int days) {
        Instant until = cutOff.minus(maturity(unit));
        return new Window(new LearningFacts.Span(until.minus(Duration.ofDays(days)), until), days);
    }

    /** The leads of a year that have matured by the cut-off. */
    public LearningFacts.Span yearOfLeads(Instant cutOff) {
        return window(LearningFacts.Unit.LEAD, cutOff, LONGEST).span();
    }

    /** Held meetings that are old enough to have become deals. */
    public static LearningFacts.Span meetings(Instant cutOff) {
        Instant until = cutOff.minus(OF_A_DEAL);
        return new LearningFacts.Span(until.minus(Duration.ofDays(OF_MEETINGS)), until);
    }

    /** Closed deals. */
    public static LearningFacts.Span deals(Instant cutOff) {
        return new LearningFacts.Span(cutOff.minus(Duration.ofDays(OF_DEALS)), cutOff);
    }

    private Duration maturity(LearningFacts.Unit unit) {
        return switch (unit) {
            case LEAD -> horizons.ofALead();
            case TOUCH -> horizons.ofATouch();
            case GAP -> longer(OF_A_GAP, horizons.ofATouch());
            case MEETING -> Duration.ZERO;
        };
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }
}
