package io.agencyos.domain.conversion.evolve;

import io.agencyos.domain.conversion.pattern.Node;
import io.agencyos.domain.conversion.stats.Share;
import java.math.BigDecimal;
import java.util.List;

/**
 * What came, within a span of time, of the leads that were first written to in it. Two spans of one length cut their leads
 * off alike, so they may be compared before anybody has had all its time to book. Source: conversion intelligence 16.2.
 *
 * @param contacted leads whose first touch lies in the span
 * @param replied of them, before its end
 * @param booked of them, before its end; a booking that was taken back is none
 */
public record Reached(long contacted, long replied, long booked) {

    /** Nobody. */
    public static final Reached NOBODY = new Reached(0, 0, 0);

    /** Throws where more came of leads than there are. */
    public Reached {
        if (replied < 0 || booked < 0 || replied > contacted || booked > contacted) {
            throw new IllegalArgumentException("more came of leads than there are");
        }
    }

    /** All of both. */
    public Reached plus(Reached other) {
        return new Reached(contacted + other.contacted, replied + other.replied, booked + other.booked);
    }

    /** How many of the leads booked; only where there are some. */
    Share booking() {
        return Share.of(booked, contacted);
    }

    /** The counts, and the rate of bookings with its interval where there is one. */
    public Node.Members document() {
        Node.Builder all = Node.members()
                .with("contacted", contacted)
                .with("replied", replied)
                .with("booked", booked);
        if (contacted > 0) {
            Share rate = booking();
            all.with("booking_rate", Node.rounded(rate.value(), 4))
                    .with("ci_low", Node.rounded(rate.low(), 4))
                    .with("ci_high", Node.rounded(rate.high(), 4));
        }
        return all.done();
    }

    /** Reads what {@link #document} wrote. */
    public static Reached read(Node.Members document) {
        List<Long> counts = List.of("contacted", "replied", "booked").stream()
                .map(name -> document.get(name)
                        .map(node -> node instanceof Node.Figure(BigDecimal count) ? count.longValue() : 0L)
                        .orElse(0L))
                .toList();
        return new Reached(counts.get(0), counts.get(1), counts.get(2));
    }
}
