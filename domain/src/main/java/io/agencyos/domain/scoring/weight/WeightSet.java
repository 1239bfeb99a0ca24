package io.agencyos.domain.scoring.weight;

import io.agencyos.domain.shared.Result;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A stored set of weights of a client or of the platform, before anybody has checked that it may be used.
 *
 * @param pinned a client's custom set that stands above what is learned
 * @param confidence 0 to 1 of a platform set; null where none is computed
 * @param expiresAt from when on it is passed over, null for never
 */
public record WeightSet(
        WeightsSource source,
        int version,
        WeightsStatus status,
        boolean pinned,
        @Nullable BigDecimal confidence,
        @Nullable Instant expiresAt,
        Result<Weights, InvalidWeights> weights) {

    /** How long a learned set holds without being confirmed again. Source: conversion intelligence 11.6. */
    public static final Duration LEARNED_HOLDS = Duration.ofDays(90);

    private static final BigDecimal INDUSTRY_CONFIDENCE = new BigDecimal("0.6");
    private static final BigDecimal GLOBAL_CONFIDENCE = new BigDecimal("0.5");

    /** A pin belongs to the client's own choice. */
    public WeightSet {
        if (pinned && source != WeightsSource.CLIENT_CUSTOM) {
            throw new IllegalArgumentException("only a custom set can be pinned");
        }
    }

    /** One that does not expire. */
    public WeightSet(
            WeightsSource source,
            int version,
            WeightsStatus status,
            boolean pinned,
            @Nullable BigDecimal confidence,
            Result<Weights, InvalidWeights> weights) {
        this(source, version, status, pinned, confidence, null, weights);
    }

    /** Whether its time is over. */
    public boolean expired(Instant now) {
        return expiresAt != null && !expiresAt.isAfter(now);
    }

    /** The same in another state; a learned one that is promoted holds for its time. */
    public WeightSet moved(WeightsStatus next, Instant now) {
        boolean learned = next == WeightsStatus.PROMOTED && source == WeightsSource.CLIENT_LEARNED;
        return new WeightSet(
                source, version, next, pinned, confidence, learned ? now.plus(LEARNED_HOLDS) : expiresAt, weights);
    }

    /** The same, holding for its time from now on; nothing changes for one that never expires. */
    public WeightSet confirmed(Instant now) {
        return expiresAt == null ? this : moved(status, now);
    }

    /** This set as one in force, unless its state, its confidence or its numbers forbid it (CIS 12.4). */
    Optional<WeightsInForce> usable() {
        return mayBeUsed()
                ? weights.toOptional().map(valid -> new WeightsInForce(valid, source, version))
                : Optional.empty();
    }

    private boolean mayBeUsed() {
        return switch (source) {
            case CLIENT_LEARNED, CLIENT_CUSTOM -> status == WeightsStatus.PROMOTED;
            case PLATFORM_INDUSTRY -> confident(INDUSTRY_CONFIDENCE);
            case PLATFORM_GLOBAL -> confident(GLOBAL_CONFIDENCE);
            case BENCHMARK, DEFAULT -> false;
        };
    }

    private boolean confident(BigDecimal least) {
        return status != WeightsStatus.RETIRED && confidence != null && confidence.compareTo(least) >= 0;
    }
}
