package io.agencyos.domain.conversion.experiment;

import io.agencyos.domain.conversion.pattern.Node;
import io.agencyos.domain.shared.id.VariantId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * An experiment as a person reads it: what is believed of each arm, and one sentence. "Causes" is said of a declared
 * winner only. Source: conversion intelligence P7, 7.1, 20.
 */
public record Standing(List<Belief> beliefs, String sentence) {

    private static final double LOW = 0.025;
    private static final double HIGH = 0.975;

    /**
     * What is believed of an arm's rate.
     *
     * @param low 2.5 % of the belief lie below, {@code high} 97.5 %; all three 0 to 1, 4 decimals
     */
    public record Belief(VariantId variant, BigDecimal mean, BigDecimal low, BigDecimal high) {}

    public Standing {
        beliefs = List.copyOf(beliefs);
    }

    public static Standing of(Experiment experiment, Instant now) {
        VariantAllocator allocator = experiment.allocator();
        List<Belief> beliefs = new ArrayList<>();
        for (int i = 0; i < experiment.variants().size(); i++) {
            beliefs.add(new Belief(
                    experiment.variants().get(i).id(),
                    Node.round(allocator.mean(i), 4),
                    Node.round(allocator.quantile(i, LOW), 4),
                    Node.round(allocator.quantile(i, HIGH), 4)));
        }
        return new Standing(beliefs, sentence(experiment, now));
    }

    /** One that ended, as the pattern of messages reports it. */
    public static Node.Members insight(Experiment experiment, Instant at) {
        return Node.members()
                .with("experiment_id", experiment.id().text())
                .with("element", experiment.element().wire())
                .with("result", experiment.status().wire())
                .with("winner", experiment.winner().map(Variant::name).orElse(null))
                .with(
                        "sample",
                        experiment.variants().stream().mapToLong(Variant::n).sum())
                .with("message", sentence(experiment, at))
                .with("causal", experiment.status() == ExperimentStatus.WINNER)
                .done();
    }

    private static String sentence(Experiment experiment, Instant now) {
        return switch (experiment.status()) {
            case RUNNING -> running(experiment, now);
            case WINNER -> experiment.winner().map(won -> won(experiment, won)).orElse("");
            case NO_DIFFERENCE ->
                "No difference was found in %d days; %s."
                        .formatted(experiment.days(now), likeliest(experiment.verdict(now), "was"));
            case STOPPED ->
                Experiment.HARM.equals(experiment.stopReason())
                        ? "Stopped, because people complained about what it says."
                        : "Stopped by a person after %d days; nothing was declared.".formatted(experiment.days(now));
        };
    }

    private static String running(Experiment experiment, Instant now) {
        long matured = experiment.variants().stream().mapToLong(Variant::n).sum();
        if (matured == 0) {
            return "Nothing is known yet: a message counts %d days after it was sent."
                    .formatted(experiment.reward().within().toDays());
        }
        return "Open: %s. A winner is declared at 0.99 with 300 messages in each arm and 14 days."
                .formatted(likeliest(experiment.verdict(now), "is"));
    }

    private static String likeliest(Verdict verdict, String verb) {
        return switch (verdict) {
            case Verdict.Leading(String arm, double chance) -> likeliest(arm, chance, verb);
            case Verdict.Declared(String arm, double chance, double loss) -> likeliest(arm, chance, verb);
            case Verdict.NoDifference(String arm, double chance) -> likeliest(arm, chance, verb);
        };
    }

    private static String likeliest(String arm, double chance, String verb) {
        return "\u201c%s\u201d %s likeliest to be the best (P %s)".formatted(arm, verb, Node.round(chance, 2));
    }

    private static String won(Experiment experiment, Variant won) {
        String others = String.join(
                ", ",
                experiment.variants().stream()
                        .filter(each -> !each.id().equals(won.id()))
                        .map(each -> "%d of %d".formatted(each.k(), each.n()))
                        .toList());
        String what = switch (experiment.reward()) {
            case POSITIVE_REPLY -> "positive replies";
            case MEETING_BOOKED -> "meetings";
        };
        return "\u201c%s\u201d causes more %s: %d of %d messages, against %s."
                .formatted(won.name(), what, won.k(), won.n(), others);
    }
}
