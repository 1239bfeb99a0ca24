package io.agencyos.domain.conversion.evolve;

import io.agencyos.domain.conversion.pattern.Node;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * What leads and bookings cost over all plans, and over those of a segment, at the prices that touches are planned with.
 * Source: conversion intelligence 16.1.
 */
record MixCost(Sum before, Sum after) {

    private static final BigDecimal A_FIFTH_MORE = new BigDecimal("1.2");
    private static final int PRECISE = 6;

    /** Leads, what they cost in cents (AUD), and how many of them booked. */
    record Sum(long leads, long cents, long booked) {

        private static Sum of(List<PlannedMix> mixes) {
            return new Sum(
                    mixes.stream().mapToLong(PlannedMix::leads).sum(),
                    mixes.stream().mapToLong(PlannedMix::cents).sum(),
                    mixes.stream().mapToLong(PlannedMix::booked).sum());
        }

        private BigDecimal perLead() {
            return BigDecimal.valueOf(cents).divide(BigDecimal.valueOf(leads), PRECISE, RoundingMode.HALF_UP);
        }

        private BigDecimal perBooking() {
            return BigDecimal.valueOf(cents).divide(BigDecimal.valueOf(booked), 0, RoundingMode.HALF_UP);
        }
    }

    /** Nothing where nobody booked. */
    static Optional<MixCost> of(List<PlannedMix> mixes, Segment segment) {
        Sum after = Sum.of(mixes.stream().filter(mix -> mix.isOf(segment)).toList());
        return after.booked() == 0 ? Optional.empty() : Optional.of(new MixCost(Sum.of(mixes), after));
    }

    /** Whether a lead costs more than a fifth more. */
    boolean isDearer() {
        return after.perLead().compareTo(before.perLead().multiply(A_FIFTH_MORE)) > 0;
    }

    Node.Members document() {
        return Node.members()
                .with("before_cents", Node.figure(before.perBooking()))
                .with("after_cents", Node.figure(after.perBooking()))
                .with("currency", "AUD")
                .with("basis", "planned touches at planning prices")
                .done();
    }

    String said() {
        return "At planning prices a booking cost AUD %s that way, and AUD %s over all plans."
                .formatted(dollars(after), dollars(before));
    }

    private static String dollars(Sum sum) {
        return sum.perBooking().movePointLeft(2).setScale(2).toPlainString();
    }
}
