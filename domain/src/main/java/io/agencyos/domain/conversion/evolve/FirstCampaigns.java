package io.agencyos.domain.conversion.evolve;

import io.agencyos.domain.conversion.pattern.Node;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Campaigns for a client of which nothing is learned yet, by its profile alone: one an industry, at most three and as many as
 * its plan has room for. They stand on no outcome, so their confidence is 0. Source: conversion intelligence 17.1, 17.2.
 */
public final class FirstCampaigns {

    /** The member of the action that holds whom the campaign is for. */
    public static final String TARGET = "target";

    private static final int WHOLE = 100;
    private static final int NAMED = 3;
    private static final List<String> HOME = List.of("Australia");

    /**
     * @param industries that the profile names and no campaign is aimed at yet
     * @param taken industries that a campaign is aimed at already
     * @param leadsAMonth that the plan grants
     * @param freeSlots for campaigns that were suggested
     */
    public record Profile(
            List<String> industries,
            List<String> taken,
            List<String> titles,
            List<String> companySizes,
            List<String> locations,
            long leadsAMonth,
            int freeSlots) {

        public Profile {
            industries = List.copyOf(industries);
            taken = List.copyOf(taken);
            titles = List.copyOf(titles);
            companySizes = List.copyOf(companySizes);
            locations = List.copyOf(locations);
        }

        /** Whether it says whom to write to. */
        public boolean isTelling() {
            return !industries.isEmpty() || !taken.isEmpty() || !titles.isEmpty();
        }
    }

    private FirstCampaigns() {}

    /** The one with the larger share first; none where the profile says nothing new or the plan has no room. */
    public static List<Candidate> candidates(Profile profile) {
        boolean nothingNew = profile.industries().isEmpty()
                && (profile.titles().isEmpty() || !profile.taken().isEmpty());
        if (profile.freeSlots() <= 0 || nothingNew) {
            return List.of();
        }
        ColdStart.Split whole = ColdStart.split(profile.industries(), profile.leadsAMonth(), Map.of(), Map.of())
                .orElseThrow();
        List<String> chosen = whole.parts().stream()
                .map(ColdStart.Part::industry)
                .limit(profile.freeSlots())
                .toList();
        if (chosen.isEmpty()) {
            return List.of(candidate(profile, null, new Share(profile.leadsAMonth(), WHOLE, whole.launch())));
        }
        ColdStart.Split split = ColdStart.split(chosen, profile.leadsAMonth(), Map.of(), Map.of())
                .orElseThrow();
        List<Integer> shares = ColdStart.shares(chosen.stream().map(_ -> 1).toList());
        return IntStream.range(0, chosen.size())
                .mapToObj(i -> candidate(
                        profile,
                        split.parts().get(i).industry(),
                        new Share(split.parts().get(i).leads(), shares.get(i), split.launch())))
                .toList();
    }

    private record Share(long leads, int percent, ColdStart.Launch launch) {}

    private static Candidate candidate(Profile profile, @Nullable String industry, Share share) {
        String whom =
                industry == null ? profile.titles().stream().limit(NAMED).collect(Collectors.joining(", ")) : industry;
        List<String> locations = profile.locations().isEmpty() ? HOME : profile.locations();
        return new Candidate(
                SuggestionType.CREATE_CAMPAIGN,
                null,
                "profile:" + whom,
                Evolution.title("A first campaign for " + whom),
                said(profile, industry, share),
                Node.members()
                        .with("name", Evolution.title(whom))
                        .with(
                                TARGET,
                                Node.members()
                                        .with(
                                                "industries",
                                                Node.texts(industry == null ? List.of() : List.of(industry)))
                                        .with("titles", Node.texts(profile.titles()))
                                        .with("company_sizes", Node.texts(profile.companySizes()))
                                        .with("locations", Node.texts(locations))
                                        .done())
                        .done(),
                Node.members()
                        .with("basis", "profile")
                        .with("share_pct", share.percent())
                        .with("leads_a_month", share.leads())
                        .with("launch", share.launch().wire())
                        .with("left_for_later", Node.texts(left(profile, industry)))
                        .done(),
                new BigDecimal("0.00"),
                share.percent());
    }

    private static String said(Profile profile, @Nullable String industry, Share share) {
        String why = industry == null
                ? "Your profile names titles and no industry, so one campaign takes all %d leads a month of your plan."
                        .formatted(share.leads())
                : "Your profile names %s; this one would take %d of the %d leads a month of your plan (%d %%)."
                        .formatted(
                                counted(profile.industries().size()
                                        + profile.taken().size()),
                                share.leads(),
                                profile.leadsAMonth(),
                                share.percent());
        String launch = share.percent() == WHOLE
                ? ""
                : switch (share.launch()) {
                    case PARALLEL -> " There are leads enough to start with all of them at once.";
                    case SEQUENTIAL -> " There are too few leads to tell all of them apart at once: start with one.";
                };
        return why + " Nothing is learned from outcomes yet." + launch
                + " Accepting makes a draft, and nothing is sent.";
    }

    private static String counted(int industries) {
        return industries == 1 ? "one industry" : industries + " industries";
    }

    private static List<String> left(Profile profile, @Nullable String industry) {
        return industry == null
                ? List.of()
                : ColdStart.split(profile.industries(), profile.leadsAMonth(), Map.of(), Map.of())
                        .orElseThrow()
                        .left();
    }
}
