package io.agencyos.domain.conversion.weights;

import io.agencyos.domain.scoring.tier.AlsScore;
import io.agencyos.domain.scoring.tier.Tier;
import io.agencyos.domain.scoring.weight.Weights;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How the leads nobody has been assigned yet would spread over the tiers: a set that turns the pool upside down is for a
 * person to decide. Source: conversion intelligence 11.5.
 *
 * @param before leads per tier under the active weights
 * @param after leads per tier under the new ones
 */
public record TierMix(Map<Tier, Long> before, Map<Tier, Long> after) {

    /** Nobody is waiting. */
    public static final TierMix EMPTY = new TierMix(Map.of(), Map.of());

    private static final double WHOLE = 100;
    private static final double MOST_SHIFT = 0.25;
    private static final double LEAST_SHARE = 0.0001;
    private static final double HALF = 0.5;
    private static final double DOUBLE = 2;

    public TierMix {
        before = Map.copyOf(before);
        after = Map.copyOf(after);
    }

    /** How these leads spread over the tiers under weights, without boosts and gates, which no weight moves. */
    public static Map<Tier, Long> of(List<ComponentCell> leads, Weights weights) {
        double[] shares = Shares.of(weights);
        Map<Tier, Long> tiers = new EnumMap<>(Tier.class);
        leads.forEach(cell -> tiers.merge(
                Tier.of(AlsScore.of(Math.toIntExact(Math.round(WHOLE * cell.score(shares))))), cell.n(), Long::sum));
        return tiers;
    }

    /** Population stability index. */
    public double shift() {
        Map<Tier, Double> p = shares(before);
        Map<Tier, Double> q = shares(after);
        double sum = 0;
        for (Tier tier : Tier.values()) {
            double was = p.getOrDefault(tier, LEAST_SHARE);
            double is = q.getOrDefault(tier, LEAST_SHARE);
            sum += (is - was) * Math.log(is / was);
        }
        return sum;
    }

    /** Whether it may change without a person. */
    public boolean passes() {
        if (before.isEmpty()) {
            return true;
        }
        double hot = shares(after).getOrDefault(Tier.HOT, LEAST_SHARE)
                / shares(before).getOrDefault(Tier.HOT, LEAST_SHARE);
        return shift() <= MOST_SHIFT && hot >= HALF && hot <= DOUBLE;
    }

    private static Map<Tier, Double> shares(Map<Tier, Long> leads) {
        double all = leads.values().stream().mapToLong(Long::longValue).sum();
        Map<Tier, Double> shares = new EnumMap<>(Tier.class);
        leads.forEach((tier, count) -> shares.put(tier, Math.max(LEAST_SHARE, all == 0 ? 0 : count / all)));
        return shares;
    }
}
