package io.agencyos.application.conversion.learning.store;

import io.agencyos.domain.conversion.PatternStatus;
import io.agencyos.domain.conversion.PatternType;
import io.agencyos.domain.conversion.pattern.Node;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.RunId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A published version of a pattern. Source: conversion intelligence 13.
 *
 * @param schema of the document
 * @param document as the detector made it, with the days of its window and when it was computed
 * @param cutOff nothing later was learned from
 * @param settings what it was made with, as one text; the same cut-off and settings are the same version
 * @param run of the flow that published it; null where it was none
 */
public record LearnedPattern(
        UUID id,
        ClientId clientId,
        PatternType type,
        int version,
        PatternSchema schema,
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
        PatternStatus status,
        @Nullable RunId run) {

    /** Two weekly cycles. */
    public static final Duration VALID = Duration.ofDays(14);

    /** How long versions are kept, and the facts that they were learned from. Source: data model 7. */
    public static final Period KEPT = Period.ofMonths(24);

    /** Before this, what was computed or sent is kept no longer. */
    public static Instant keptSince(Instant now) {
        return now.atZone(ZoneOffset.UTC).minus(KEPT).toInstant();
    }

    /** One of a document as it is made now. */
    public LearnedPattern(
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
        this(
                id,
                clientId,
                type,
                version,
                PatternSchema.CURRENT,
                document,
                sampleSize,
                conversions,
                confidence,
                label,
                windowStart,
                windowEnd,
                cutOff,
                settings,
                computedAt,
                status,
                null);
    }

    /** The same, published by this run. */
    public LearnedPattern by(@Nullable RunId publisher) {
        return new LearnedPattern(
                id,
                clientId,
                type,
                version,
                schema,
                document,
                sampleSize,
                conversions,
                confidence,
                label,
                windowStart,
                windowEnd,
                cutOff,
                settings,
                computedAt,
                status,
                publisher);
    }

    public Instant validUntil() {
        return computedAt.plus(VALID);
    }

    /** Whether consumers may read it: in force, not run out, and of a schema that they know. */
    public boolean isValid(Instant now) {
        return status == PatternStatus.ACTIVE
                && schema.isReadable()
                && validUntil().isAfter(now);
    }
}
