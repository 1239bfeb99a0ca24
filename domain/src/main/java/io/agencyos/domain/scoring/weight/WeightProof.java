package io.agencyos.domain.scoring.weight;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import org.jmolecules.ddd.annotation.ValueObject;

/**
 * What learned weights stand on: how they and those in force then did on leads that neither was fitted on. Figures have 6
 * decimals. Source: conversion intelligence 11.5, 11.6.
 *
 * @param reference the weights that the fit was drawn towards
 * @param strength how strongly
 * @param leads that had matured at the cut-off
 * @param conversions of these
 * @param lowestScore contacted, in steps of five; what the weights say of lower ones is a guess
 * @param before the weights in force then
 * @param after the learned ones
 * @param pValue chance of such a gain were there none
 * @param tierShift of the tiers of the leads, 0 for none
 * @param steps of the fit
 * @param reasons why they did not go live, by name of the test they failed
 */
@ValueObject
public record WeightProof(
        Weights reference,
        BigDecimal strength,
        long leads,
        long conversions,
        Instant cutOff,
        int lowestScore,
        Measured before,
        Measured after,
        BigDecimal pValue,
        BigDecimal tierShift,
        int steps,
        List<String> reasons) {

    private static final int DECIMALS = 6;

    public WeightProof {
        reasons = List.copyOf(reasons);
    }

    /** How well weights did on the newer leads. */
    @ValueObject
    public record Measured(BigDecimal auc, BigDecimal logLoss, BigDecimal brier) {}

    /** By how much the learned ones sort better. */
    public BigDecimal gain() {
        return after.auc().subtract(before.auc());
    }

    /** A figure as it is kept. */
    public static BigDecimal figure(double exact) {
        return BigDecimal.valueOf(exact).setScale(DECIMALS, RoundingMode.HALF_UP);
    }
}
