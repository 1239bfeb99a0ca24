package io.agencyos.domain.conversion;

import io.agencyos.domain.shared.Vocabulary;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiPredicate;

/** What is amiss with a pattern, as rules in the order of the table. Source: conversion intelligence 19.2. */
public final class PatternHealth {

    private static final Duration SOON = Duration.ofDays(3);
    private static final long LOW_SAMPLE = 30;
    private static final BigDecimal LOW_CONFIDENCE = new BigDecimal("0.5");

    /** How urgent it is. */
    public enum Severity implements Vocabulary {
        MEDIUM,
        HIGH
    }

    /** What is amiss. */
    public enum Code implements Vocabulary {
        EXPIRED(Severity.HIGH, (pattern, now) -> !pattern.validUntil().isAfter(now)),
        EXPIRING_SOON(
                Severity.MEDIUM,
                (pattern, now) -> pattern.validUntil().isAfter(now)
                        && !pattern.validUntil().isAfter(now.plus(SOON))),
        LOW_SAMPLE(Severity.MEDIUM, (pattern, now) -> pattern.sample() < PatternHealth.LOW_SAMPLE),
        LOW_CONFIDENCE(
                Severity.MEDIUM, (pattern, now) -> pattern.confidence().compareTo(PatternHealth.LOW_CONFIDENCE) < 0);

        private final Severity severity;
        private final BiPredicate<Standing, Instant> holds;

        Code(Severity severity, BiPredicate<Standing, Instant> holds) {
            this.severity = severity;
            this.holds = holds;
        }

        public Severity severity() {
            return severity;
        }
    }

    /** A pattern as far as its health goes. */
    public record Standing(PatternType type, Instant validUntil, long sample, BigDecimal confidence) {}

    /** A warning about a pattern. */
    public record Warning(PatternType type, Code code) {}

    private PatternHealth() {}

    /** Everything that is amiss, pattern by pattern. */
    public static List<Warning> warnings(List<Standing> patterns, Instant now) {
        return patterns.stream()
                .flatMap(pattern -> Arrays.stream(Code.values())
                        .filter(code -> code.holds.test(pattern, now))
                        .map(code -> new Warning(pattern.type(), code)))
                .toList();
    }
}
