package io.agencyos.domain.conversion.detect;

import io.agencyos.domain.conversion.pattern.Node;
import io.agencyos.domain.conversion.stats.Beta;
import java.util.Comparator;
import java.util.List;

/**
 * What came of traffic that was chosen by one basis: beside each other, the only honest measure of what learning adds, as
 * what explores was drawn by lot. Source: conversion intelligence 14.2, 23.3.
 *
 * @param basis {@code default}, {@code learned} or {@code explored}
 */
public record Steered(String basis, long units, long converted) {

    private static final double TAIL = 0.025;

    /** The member {@code steering}, by basis. */
    static Node node(List<Steered> all) {
        Node.Builder members = Node.members();
        all.stream()
                .filter(each -> each.units() > 0)
                .sorted(Comparator.comparing(Steered::basis))
                .forEach(each -> members.with(each.basis(), each.node()));
        return members.done();
    }

    private Node node() {
        Beta belief = Beta.jeffreys(converted, units);
        return Node.members()
                .with("sample", units)
                .with("converted", converted)
                .with("rate", Node.rounded((double) converted / units, 4))
                .with("ci_low", Node.rounded(converted == 0 ? 0 : belief.quantile(TAIL), 4))
                .with("ci_high", Node.rounded(converted == units ? 1 : belief.quantile(1 - TAIL), 4))
                .done();
    }
}
