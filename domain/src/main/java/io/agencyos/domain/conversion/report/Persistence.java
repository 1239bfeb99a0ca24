package io.agencyos.domain.conversion.report;

import java.util.Optional;

/**
 * How much of what was confirmed four weeks ago still is, the same way: seven of ten is what is hoped for. Source: conversion
 * intelligence 23.3.
 *
 * @param confirmed then
 * @param still of them, in the newest version
 */
public record Persistence(int confirmed, int still) {

    /** The share that is hoped for. */
    public static final double TARGET = 0.70;

    /** Nothing was confirmed. */
    public static final Persistence NONE = new Persistence(0, 0);

    /** From a version to one of the same type four weeks later. */
    public static Persistence of(Version then, Version now) {
        var places = now.byPlace();
        long confirmed = then.byPlace().values().stream()
                .filter(Version.Found::isConfirmed)
                .count();
        long still = then.byPlace().entrySet().stream()
                .filter(each -> each.getValue().isConfirmed())
                .filter(each -> Optional.ofNullable(places.get(each.getKey()))
                        .filter(found -> found.status().equals(each.getValue().status()))
                        .isPresent())
                .count();
        return new Persistence(Math.toIntExact(confirmed), Math.toIntExact(still));
    }

    /** Both together. */
    public Persistence plus(Persistence other) {
        return new Persistence(confirmed + other.confirmed, still + other.still);
    }

    /** The share that still is; empty where nothing was confirmed. */
    public Optional<Double> share() {
        return confirmed == 0 ? Optional.empty() : Optional.of((double) still / confirmed);
    }
}
