package io.agencyos.application.conversion.suggest;

import io.agencyos.domain.conversion.evolve.MeasuredEffect;
import io.agencyos.domain.conversion.evolve.Reached;
import io.agencyos.domain.conversion.evolve.SuggestionType;
import io.agencyos.domain.conversion.pattern.Node;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What came of the leads met in one month, by campaign: what a suggestion is judged by before and after. Source: conversion
 * intelligence 16.2.
 */
record MonthOfReach(Map<CampaignId, Reached> byCampaign, Instant until) {

    /** The member that holds a campaign's share at acceptance. */
    static final String SHARE = "share_pct";

    MonthOfReach {
        byCampaign = Map.copyOf(byCampaign);
    }

    static MonthOfReach until(CampaignResults results, ClientId client, Instant until) {
        return new MonthOfReach(results.reached(client, until.minus(MeasuredEffect.SPAN), until), until);
    }

    /** Of the campaign where what is suggested shows there, else of all. */
    Reached of(SuggestionType type, @Nullable CampaignId campaign) {
        return alone(type, campaign)
                .map(id -> byCampaign.getOrDefault(id, Reached.NOBODY))
                .orElseGet(() -> byCampaign.values().stream().reduce(Reached.NOBODY, Reached::plus));
    }

    Suggestion.Metrics before(SuggestionType type, @Nullable CampaignId campaign) {
        return before(type, campaign, OptionalInt.empty());
    }

    /** With the share of leads, in percent, that the campaign has before some of it is moved. */
    Suggestion.Metrics before(SuggestionType type, @Nullable CampaignId campaign, OptionalInt share) {
        Node.Builder all = Node.members()
                .with("scope", alone(type, campaign).isPresent() ? "campaign" : "all_campaigns")
                .with("days", MeasuredEffect.SPAN.toDays())
                .with("until", until.toString())
                .withAll(of(type, campaign).document());
        share.ifPresent(percent -> all.with(SHARE, percent));
        return Suggestion.Metrics.before(all.done());
    }

    private static Optional<CampaignId> alone(SuggestionType type, @Nullable CampaignId campaign) {
        return Optional.ofNullable(campaign).filter(_ -> type.actsOnCampaignAlone());
    }
}
