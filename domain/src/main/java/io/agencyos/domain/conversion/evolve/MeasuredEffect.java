package io.agencyos.domain.conversion.evolve;

import io.agencyos.domain.conversion.pattern.Node;
import io.agencyos.domain.conversion.stats.Share;
import java.time.Duration;

/**
 * What came after a suggestion was applied, beside what was before: a difference with its interval, and no cause, as much
 * else changes in a month. Source: conversion intelligence 16.2.
 */
public final class MeasuredEffect {

    /** How long before and after is looked at. */
    public static final Duration SPAN = Duration.ofDays(30);

    private MeasuredEffect() {}

    /** The document that a reader gets, with one sentence of it. */
    public static Node.Members of(Reached before, Reached after) {
        Node.Builder all = Node.members()
                .with("metric", "booking_rate")
                .with("days", SPAN.toDays())
                .with("causal", false)
                .with("before", before.document())
                .with("after", after.document());
        if (before.contacted() == 0 || after.contacted() == 0) {
            return all.with(
                            "sentence",
                            "Nobody was first written to in the 30 days %s, so there is nothing to compare."
                                    .formatted(before.contacted() == 0 ? "before" : "after"))
                    .done();
        }
        Share difference = after.booking().minus(before.booking());
        return all.with(
                        "difference",
                        Node.members()
                                .with("value", Node.rounded(difference.value(), 4))
                                .with("ci_low", Node.rounded(difference.low(), 4))
                                .with("ci_high", Node.rounded(difference.high(), 4))
                                .done())
                .with("sentence", sentence(before, after, difference))
                .done();
    }

    private static String sentence(Reached before, Reached after, Share difference) {
        String verdict = difference.low() > 0
                ? "More booked than before"
                : difference.high() < 0 ? "Fewer booked than before" : "Chance alone may make as much of a difference";
        return "%s, against %s before: %s points (95 %% interval %s to %s). %s; what else changed is not known."
                .formatted(
                        share(after),
                        share(before),
                        points(difference.value()),
                        points(difference.low()),
                        points(difference.high()),
                        verdict);
    }

    private static String share(Reached reached) {
        return "%d of %d leads booked in 30 days (%s %%)"
                .formatted(
                        reached.booked(),
                        reached.contacted(),
                        Node.round(100 * reached.booking().value(), 1));
    }

    private static String points(double share) {
        var rounded = Node.round(100 * share, 1);
        return rounded.signum() > 0 ? "+" + rounded : rounded.toString();
    }
}
