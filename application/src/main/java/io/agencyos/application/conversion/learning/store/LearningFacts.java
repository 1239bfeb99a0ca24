package io.agencyos.application.conversion.learning.store;

import io.agencyos.domain.conversion.Horizons;
import io.agencyos.domain.conversion.detect.Objections;
import io.agencyos.domain.conversion.kernel.Cell;
import io.agencyos.domain.conversion.report.TierRates;
import io.agencyos.domain.conversion.weights.Holdout;
import io.agencyos.domain.scoring.tier.Tier;
import io.agencyos.domain.shared.Vocabulary;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/**
 * What is learned from: one narrow fact per lead and per delivered touch whose time to convert is over, frozen as things
 * stood at exposure; and their counts, each in one question to the store. Needs an open unit of work of the tenant, as
 * worker. Source: conversion intelligence 2–4, 22.
 */
@SecondaryPort
public interface LearningFacts {

    /** What is counted. */
    enum Unit implements Vocabulary {
        /** A lead, by its first touch; converted when it booked within the horizon. */
        LEAD,
        /** A delivered sequence touch; converted when a booking is credited to it. */
        TOUCH,
        /** A delivered sequence touch that another was planned to follow; converted when its lead booked within 28 days. */
        GAP,
        /** A meeting that is past and whose attendance is known; converted when it was held. */
        MEETING
    }

    /** From an instant on, until before another. */
    record Span(Instant from, Instant until) {}

    /** All units of a span and those that converted. */
    record Totals(long units, long conversions) {

        /** Converted ÷ units; 0 of none. */
        public double rate() {
            return units == 0 ? 0 : (double) conversions / units;
        }
    }

    /** Part of a dimension's counts, with the strata of section 4; units without a value are in none. */
    record Counted(String dimension, Cell cell) {}

    /**
     * How many leads and touches were taken over, or had their conversion corrected.
     *
     * @param complete whether nothing is left to take over
     */
    record Matured(int leads, int touches, boolean complete) {

        /** All there was. */
        public Matured(int leads, int touches) {
            this(leads, touches, true);
        }

        /** Both, as far as the later one went. */
        public Matured then(Matured later) {
            return new Matured(leads + later.leads, touches + later.touches, later.complete);
        }
    }

    /**
     * Takes over what has matured, each once and in that order, and at last corrects the label of what was taken over before a
     * booking or its retraction came in, or with other horizons. A large client's years are more than one unit of work holds: whoever calls goes on in
     * another until it is complete; what was taken over stands. Safe to repeat.
     *
     * @param zone in which months are told
     */
    Matured mature(ClientId client, ZoneId zone, Instant now, Horizons horizons);

    /**
     * Takes bookings back whose meeting was called off: a row is added for each that was booked at least so long ago and
     * that no later meeting of the lead stands for; says how many. Safe to repeat.
     */
    int retractCancelled(ClientId client, Instant now, Duration patience);

    Totals totals(ClientId client, Unit unit, Span span);

    /** All dimensions of the unit, cells in any order. */
    List<Counted> counts(ClientId client, Unit unit, Span span);

    /** What was objected to in replies of the leads of a span, as far as they came before {@code until}. */
    List<Objections.Said> objections(ClientId client, Span span, Instant until);

    /** Whole days from first touch to booking, with how many conversions took them. */
    Map<Integer, Long> daysToConvert(ClientId client, Span span);

    /** Leads of a span by the tier of their first touch. */
    Map<Tier, TierRates.Count> tiers(ClientId client, Span span);

    /** Leads by their component points, the older 70 % by first touch apart from the newer; same instants stay together. */
    Holdout holdout(ClientId client, Span span);
}
