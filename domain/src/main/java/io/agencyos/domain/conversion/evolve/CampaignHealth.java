package io.agencyos.domain.conversion.evolve;

import io.agencyos.domain.shared.id.CampaignId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * How the active campaigns do as a whole: the share of those of which nothing bad is found. Source: conversion intelligence
 * 16.1.
 *
 * @param active campaigns that were judged
 * @param ailing those with a reason to pause or with an aim that converts half as well or worse, in the order judged
 */
public record CampaignHealth(int active, List<Ailing> ailing) {

    /** A campaign of which something bad is found, in words. */
    public record Ailing(CampaignId campaign, String name, List<String> reasons) {
        public Ailing {
            reasons = List.copyOf(reasons);
        }
    }

    public CampaignHealth {
        ailing = List.copyOf(ailing);
    }

    /** In percent with 1 decimal; nothing is wrong with no campaign. */
    public BigDecimal score() {
        return active == 0
                ? new BigDecimal("100.0")
                : BigDecimal.valueOf(100L * (active - ailing.size()))
                        .divide(BigDecimal.valueOf(active), 1, RoundingMode.HALF_UP);
    }
}
