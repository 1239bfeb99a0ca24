package io.agencyos.domain.conversion.detect;

import io.agencyos.domain.conversion.PatternType;
import io.agencyos.domain.conversion.kernel.BadCell;
import io.agencyos.domain.conversion.pattern.Node;
import io.agencyos.domain.shared.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What happens after the booking. Its sections are families of their own and are written independently of each other.
 * Source: conversion intelligence 10.
 */
public final class Funnel {

    /** Meetings that are past and whose attendance is known; converted means held. */
    public static final String SHOW_RATE = "show_rate";
    /** Held meetings at least 30 days old; converted means a deal. */
    public static final String MEETING_TO_DEAL = "meeting_to_deal";
    /** Closed deals; converted means won. */
    public static final String WIN_RATE = "win_rate";

    public static final String DAY = "day";
    public static final String HOUR = "hour_band";

    private static final Map<String, String> RATE_NAMES = Map.of(
            SHOW_RATE, "overall_rate",
            MEETING_TO_DEAL, "meeting_to_deal_rate",
            WIN_RATE, "win_rate");

    private static final Map<String, String> INSIGHTS = Map.of(
            "confirmed", "confirmation_impact",
            "reminder", "reminder_impact",
            "rescheduled", "reschedule_risk",
            "tier", "als_tier_impact",
            "lead_time", "lead_time_impact");

    private static final double LARGE = 1.5;
    private static final double NOTABLE = 1.2;

    /**
     * One section.
     *
     * @param figures what the section tells beside its rates, such as values in cents
     */
    public record Section(String name, Sample sample, Optional<Sample> earlier, Node.Members figures) {}

    private Funnel() {}

    /** The pattern; a section below its minimum says so and nothing else. */
    public static Result<Detected, BadCell> detect(List<Section> sections, Node.Members described) {
        Node.Builder members = Node.members().withAll(described);
        Node.Builder use = Node.members();
        List<Node> findings = new ArrayList<>();
        for (Section section : sections) {
            switch (Judged.of(section.sample(), section.earlier(), Priors.NONE)) {
                case Result.Ok<Judged, BadCell>(Judged judged) -> {
                    members.with(section.name(), section(section, judged));
                    use.with(section.name(), forUse(judged.forUse()));
                    if (section.sample().reachesTheMinimumOfASection()) {
                        findings.addAll(judged.findings(section.name(), section.name() + ':'));
                    }
                }
                case Result.Err<Judged, BadCell>(BadCell bad) -> {
                    return Result.err(bad);
                }
            }
        }
        Sample meetings = sections.stream()
                .filter(section -> section.name().equals(SHOW_RATE))
                .map(Section::sample)
                .findFirst()
                .orElse(new Sample(0, 0, 90, List.of()));
        boolean anything = sections.stream().anyMatch(each -> each.sample().reachesTheMinimumOfASection());
        return Result.ok(Detected.of(
                PatternType.FUNNEL,
                meetings,
                members.with("for_use", use.done()).with("findings", Node.items(findings)),
                anything ? null : "no section has 20 units with 5 of each outcome"));
    }

    private static Node section(Section section, Judged judged) {
        Sample sample = section.sample();
        Node.Builder members = Node.members()
                .with("sample_size", sample.units())
                .with(
                        RATE_NAMES.getOrDefault(section.name(), "rate"),
                        Node.rounded(
                                sample.units() == 0 ? Double.NaN : (double) sample.conversions() / sample.units(), 4))
                .withAll(section.figures());
        if (!sample.reachesTheMinimumOfASection()) {
            return members.with("insights", Node.items(List.of()))
                    .with("note", "required: 20 units with 5 of each outcome")
                    .done();
        }
        if (section.name().equals(SHOW_RATE)) {
            members.with("best_day", highest(judged, DAY)).with("best_hour", highest(judged, HOUR));
        }
        return members.with("insights", Node.items(insights(section.name(), judged)))
                .done();
    }

    /** The slot whose rate has the highest lower limit, not the most frequent one; null where none differs from the others. */
    private static @Nullable String highest(Judged judged, String dimension) {
        return judged.tested(dimension).stream()
                .filter(entry -> entry.estimate().hasContrast())
                .findFirst()
                .map(entry -> slot(dimension, entry))
                .orElse(null);
    }

    /** Only what is confirmed, and was eight weeks before. */
    private static Node.Members forUse(Judged judged) {
        return Node.members()
                .with(
                        "best_day",
                        judged.best(DAY).map(entry -> slot(DAY, entry)).orElse(null))
                .with(
                        "best_hour",
                        judged.best(HOUR).map(entry -> slot(HOUR, entry)).orElse(null))
                .done();
    }

    private static String slot(String dimension, Entry entry) {
        return dimension.equals(DAY) ? When.dayName(entry.key()) : entry.key();
    }

    private static List<Node> insights(String section, Judged judged) {
        List<Node> insights = new ArrayList<>();
        for (Dimension dimension : judged.sample().dimensions()) {
            judged.shown(dimension.name()).stream()
                    .filter(Entry::says)
                    .forEach(entry -> insights.add(insight(section, dimension.name(), entry)));
        }
        return insights;
    }

    private static Node insight(String section, String dimension, Entry entry) {
        boolean better = entry.effect() >= 1;
        return Node.members()
                .with("type", INSIGHTS.getOrDefault(dimension, dimension + "_impact"))
                .with("message", Sentence.of(section, dimension, entry))
                .with("impact", impact(better ? entry.effect() : 1 / entry.effect()))
                .with(
                        "action",
                        better
                                ? "Do more with " + Sentence.value(dimension, entry.key())
                                : "Look at what differs with " + Sentence.value(dimension, entry.key()))
                .with("evidence", entry.node(dimension))
                .with("causal", false)
                .done();
    }

    private static String impact(double effect) {
        return effect >= LARGE ? "high" : effect >= NOTABLE ? "medium" : "low";
    }
}
