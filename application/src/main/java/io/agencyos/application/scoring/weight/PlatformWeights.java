package io.agencyos.application.scoring.weight;

import io.agencyos.domain.scoring.weight.WeightSet;
import io.agencyos.domain.scoring.weight.Weights;
import io.agencyos.domain.scoring.weight.WeightsSource;
import io.agencyos.domain.scoring.weight.WeightsStatus;
import io.agencyos.domain.shared.Result;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Weights that clients who agreed to it made together. Source: conversion intelligence 12.2.
 *
 * @param industry that these clients work for; null for all clients
 * @param version counts on with every change
 * @param conversions behind the sets that they are the mean of
 * @param clients whose sets these are, 3 or more
 * @param confidence 0 to 0.9, 4 decimals
 */
public record PlatformWeights(
        @Nullable String industry,
        int version,
        Weights weights,
        long conversions,
        int clients,
        BigDecimal confidence,
        Instant computedAt) {

    /** A client's own sets, and beside them those of all clients and of its industry. */
    public static List<WeightSet> beside(
            List<WeightSet> own, List<PlatformWeights> platform, Optional<String> industry) {
        return Stream.concat(
                        own.stream(),
                        platform.stream()
                                .filter(made -> made.concerns(industry))
                                .map(PlatformWeights::set))
                .toList();
    }

    private boolean concerns(Optional<String> ofClient) {
        return industry == null || ofClient.equals(Optional.of(industry));
    }

    private WeightSet set() {
        return new WeightSet(
                industry == null ? WeightsSource.PLATFORM_GLOBAL : WeightsSource.PLATFORM_INDUSTRY,
                version,
                WeightsStatus.PROMOTED,
                false,
                confidence,
                Result.ok(weights));
    }
}
