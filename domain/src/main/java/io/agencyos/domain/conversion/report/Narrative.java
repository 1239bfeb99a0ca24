package io.agencyos.domain.conversion.report;

import io.agencyos.domain.conversion.PatternType;
import io.agencyos.domain.conversion.pattern.Node;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Patterns in plain words, made by rules out of what stands in them: no number is said that is not there, and no cause is
 * claimed. Source: conversion intelligence P1, P7, 20.
 */
public final class Narrative {

    private static final int MOST_NAMED = 3;
    private static final double HALF_KNOWN = 0.5;

    /** In names of what only some units can have at all, such as the length of a text message: nobody misses it elsewhere. */
    private static final String OF_SOME = ":";

    /** What is counted, in the order in which it is told. */
    private static final Map<PatternType, String> CONVERTED = Map.of(
            PatternType.WHO, "leads booked a meeting",
            PatternType.WHAT, "messages led to a booking",
            PatternType.WHEN, "messages led to a booking",
            PatternType.HOW, "leads booked a meeting",
            PatternType.FUNNEL, "meetings were held");

    private static final Map<PatternType, String> SUBJECT = Map.of(
            PatternType.WHO, "Who",
            PatternType.WHAT, "What is written",
            PatternType.WHEN, "When",
            PatternType.HOW, "How",
            PatternType.FUNNEL, "After the booking");

    private Narrative() {}

    /** A paragraph for each version, in the order given. */
    public static List<String> of(List<Version> versions) {
        return versions.stream().map(Narrative::paragraph).toList();
    }

    private static String paragraph(Version version) {
        List<String> sentences = new ArrayList<>();
        sentences.add("%s: %d of %d %s (%s)"
                .formatted(
                        SUBJECT.get(version.type()),
                        version.conversions(),
                        version.units(),
                        CONVERTED.get(version.type()),
                        BigDecimal.valueOf(100 * version.rate()).setScale(2, RoundingMode.HALF_UP) + " %"));
        List<Version.Found> findings = version.findings();
        add(sentences, "Repeated after eight weeks and acted upon", findings, Version.Found::automatic);
        add(
                sentences,
                "Newly confirmed, acted upon when it repeats",
                findings,
                each -> each.isConfirmed() && !each.automatic());
        add(sentences, "Perhaps, not yet certain", findings, each -> !each.isConfirmed());
        if (findings.isEmpty()) {
            sentences.add("No difference stands out from chance");
        }
        return String.join(". ", sentences) + '.';
    }

    private static void add(
            List<String> sentences, String what, List<Version.Found> findings, Predicate<Version.Found> which) {
        List<String> names =
                findings.stream().filter(which).map(Narrative::told).toList();
        if (!names.isEmpty()) {
            List<String> named = names.subList(0, Math.min(MOST_NAMED, names.size()));
            int more = names.size() - named.size();
            sentences.add(what + ": " + String.join(", ", named) + (more == 0 ? "" : " and %d more".formatted(more)));
        }
    }

    private static String told(Version.Found found) {
        return found.name() + (found.status().endsWith("_negative") ? " (fewer)" : " (more)");
    }

    /** What a reader of these versions must not overlook. */
    public static List<String> caveats(List<Version> versions) {
        Stream<String> known = versions.stream()
                .flatMap(version -> version.document().get("coverage").stream()
                        .filter(Node.Members.class::isInstance)
                        .flatMap(coverage -> ((Node.Members) coverage).byName().entrySet().stream())
                        .filter(each -> !each.getKey().contains(OF_SOME))
                        .filter(each -> each.getValue() instanceof Node.Figure(BigDecimal share)
                                && share.doubleValue() < HALF_KNOWN)
                        .map(each -> "%s is known of less than half of the %s only"
                                .formatted(
                                        each.getKey().replace('_', ' '),
                                        version.type() == PatternType.WHO || version.type() == PatternType.HOW
                                                ? "leads"
                                                : "messages")));
        Stream<String> always = versions.isEmpty()
                ? Stream.of()
                : Stream.of(
                        "Findings are associations; only a declared experiment says that a text causes more replies",
                        "Of what is confirmed about one claim in ten may be chance");
        return Stream.concat(known.distinct(), always).toList();
    }
}
