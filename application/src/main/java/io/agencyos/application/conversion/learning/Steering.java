package io.agencyos.application.conversion.learning;

import io.agencyos.application.conversion.learning.store.LearnedPattern;
import io.agencyos.domain.conversion.evolve.Segment;
import io.agencyos.domain.conversion.pattern.Node;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Segments of a pattern that may steer. Source: conversion intelligence 5.6. */
public final class Steering {

    private Steering() {}

    /** Everything that repeated, the best of each dimension first. */
    public static List<Segment> segments(LearnedPattern pattern) {
        return PatternNodes.entries(PatternNodes.members(pattern.document(), "for_use"), "segments")
                .map(entry -> new Segment(
                        pattern.type(),
                        text(entry, "dimension"),
                        text(entry, "key"),
                        text(entry, "status").equals("confirmed_positive"),
                        figure(entry, "effect").doubleValue(),
                        figure(entry, "direction").doubleValue(),
                        figure(entry, "sample").longValue(),
                        figure(entry, "ci_low")))
                .toList();
    }

    /** The size of companies that repeated; empty without one. */
    public static Optional<String> sweetSpot(LearnedPattern pattern) {
        return PatternNodes.members(pattern.document(), "for_use")
                .get("sweet_spot")
                .flatMap(PatternNodes::text);
    }

    /** How many days of data the pattern stands on. */
    public static int days(LearnedPattern pattern) {
        return figure(pattern.document(), "window_days").intValue();
    }

    private static String text(Node.Members entry, String name) {
        return entry.get(name).flatMap(PatternNodes::text).orElse("");
    }

    private static BigDecimal figure(Node.Members entry, String name) {
        return entry.get(name).flatMap(PatternNodes::number).orElse(BigDecimal.ZERO);
    }
}
