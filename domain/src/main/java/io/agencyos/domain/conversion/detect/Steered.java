package io.agencyos.domain.conversion.detect;

import io.agencyos.domain.conversion.pattern.Node;
import io.agencyos.domain.conversion.stats.Share;
import java.util.Comparator;
import java.util.List;

/**
 * What came of traffic that was chosen by one basis: beside each other, the only honest measure of what learning adds, as
 * what explores was drawn by lot. Source: conversion intelligence 14.2, 23.3.
 *
 * @param basis {@code default}, {@code learned} or {@code explored}
 */
public record Steered(String basis, long units, long converted) {

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
        Share share = Share.of(converted, units);
        return Node.members()
                .with("sample", units)
                .with("converted", converted)
                .with("rate", Node.rounded(share.value(), 4))
                .with("ci_low", Node.rounded(share.low(), 4))
                .with("ci_high", Node.rounded(share.high(), 4))
                .done();
    }
}
