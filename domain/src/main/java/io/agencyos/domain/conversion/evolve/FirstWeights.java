package io.agencyos.domain.conversion.evolve;

import io.agencyos.domain.client.IcpTarget;
import io.agencyos.domain.scoring.weight.Weights;
import java.util.List;
import java.util.Optional;

/**
 * Weights that a client's profile speaks for before anything is learned: what it names, the score can tell leads apart by. An
 * opinion, shown to an admin, who may take it up; it changes no tier's threshold. Source: conversion intelligence 17.3.
 */
public final class FirstWeights {

    private static final int DATA_QUALITY = 20;
    private static final int AUTHORITY = 25;
    private static final int FIT = 25;
    private static final int TIMING = 15;
    private static final int RISK = 15;
    private static final int FOR_PEOPLE = 5;
    private static final int FOR_EACH_OF_COMPANIES = 2;
    private static final int PERCENT = 100;

    private FirstWeights() {}

    /** Empty where the profile names nothing, and so speaks for the default ones. */
    public static Optional<Weights> proposed(IcpTarget profile) {
        List<Integer> points = ColdStart.points(List.of(
                DATA_QUALITY,
                AUTHORITY + (profile.titles().isEmpty() && profile.seniorities().isEmpty() ? 0 : FOR_PEOPLE),
                FIT + named(profile.industries()) + named(profile.companySizes()) + named(profile.locations()),
                TIMING,
                RISK));
        Weights weights = new Weights(
                points.get(0) * PERCENT,
                points.get(1) * PERCENT,
                points.get(2) * PERCENT,
                points.get(3) * PERCENT,
                points.get(4) * PERCENT);
        return Optional.of(weights).filter(each -> !each.equals(Weights.DEFAULT));
    }

    private static int named(List<String> values) {
        return values.isEmpty() ? 0 : FOR_EACH_OF_COMPANIES;
    }
}
