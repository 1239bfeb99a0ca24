package io.agencyos.application.conversion.learning;

import io.agencyos.domain.conversion.PatternStatus;
import io.agencyos.domain.conversion.PatternType;
import io.agencyos.domain.conversion.pattern.Node;
import io.agencyos.domain.shared.ClientId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * A published version of a pattern. Source: conversion intelligence 13.
 *
 * @param document as the detector made it, without times of computing
 * @param cutOff nothing later was learned from
 * @param settings what it was made with, as one text; the same cut-off and settings are the same version
 */
public record LearnedPattern(
        UUID id,
        ClientId clientId,
        PatternType type,
        int version,
        Node.Members document,
        long sampleSize,
        long conversions,
        BigDecimal confidence,
        String label,
        Instant windowStart,
        Instant windowEnd,
        Instant cutOff,
        String settings,
        Instant computedAt,
        PatternStatus status) {

    /** Two weekly cycles. */
    public static final Duration VALID = Duration.ofDays(14);

    /** Of the documents that this reads. */
    public static final String SCHEMA = "3.0";

    public Instant validUntil() {
        return computedAt.plus(VALID);
    }

    /** Whether consumers may read it. */
    public boolean isValid(Instant now) {
        return status == PatternStatus.ACTIVE && validUntil().isAfter(now);
    }
}
