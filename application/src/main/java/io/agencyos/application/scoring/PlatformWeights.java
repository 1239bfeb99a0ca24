package io.agencyos.application.scoring;

import io.agencyos.domain.scoring.WeightSet;
import io.agencyos.domain.scoring.Weights;
import io.agencyos.domain.scoring.WeightsSource;
import io.agencyos.domain.scoring.WeightsStatus;
import io.agencyos.domain.shared.Result;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Weights that clients who agreed to it made together. Source: conversion intelligence 12.2.
 *
 * @param version counts on with every change
 * @param conversions behind the sets that they are the mean of
 * @param clients whose sets these are, 3 or more
 * @param confidence 0 to 0.9, 4 decimals
 */
public record PlatformWeights(
        int version, Weights weights, long conversions, int clients, BigDecimal confidence, Instant computedAt) {

    /** A client's own sets, and these beside them. */
    public static List<WeightSet> beside(List<WeightSet> own, Optional<PlatformWeights> platform) {
        return Stream.concat(own.stream(), platform.map(PlatformWeights::set).stream())
                .toList();
    }

    private WeightSet set() {
        return new WeightSet(
                WeightsSource.PLATFORM_GLOBAL, version, WeightsStatus.PROMOTED, false, confidence, Result.ok(weights));
    }
}
