package io.agencyos.domain.conversion.evolve;

import io.agencyos.domain.conversion.PatternType;
import java.math.BigDecimal;

/**
 * A segment that may steer: confirmed, and confirmed the same way eight weeks before. Source: conversion intelligence
 * 5.6.
 *
 * @param positive whether it converts better than the rest
 * @param effect lift, or ratio of a large segment
 * @param direction probability that the effect has this direction
 * @param low lower limit of its rate, by which segments are ranked
 */
public record Segment(
        PatternType type,
        String dimension,
        String key,
        boolean positive,
        double effect,
        double direction,
        long sample,
        BigDecimal low) {}
