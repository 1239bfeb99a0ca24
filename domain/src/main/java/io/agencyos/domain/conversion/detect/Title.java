package io.agencyos.domain.conversion.detect;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Job titles as learning compares them: whole words, never parts of them, first rule wins. Source: conversion
 * intelligence 6.1.
 */
public final class Title {

    private static final Set<String> DROPPED = Set.of("of", "the", "and", "for");
    private static final List<String> GO_TO_MARKET = List.of("go", "to", "market");
    /** What one can own without owning the company. */
    private static final Set<String> OWNED =
            Set.of("product", "process", "service", "data", "system", "risk", "control");

    private record Rule(String title, Predicate<List<String>> holds) {}

    private static final List<Rule> RULES = List.of(
            any("CEO", "ceo", "chief executive", "chief exec"),
            any("CMO", "cmo", "chief marketing"),
            any("CFO", "cfo", "chief financial", "chief finance"),
            any("COO", "coo", "chief operating", "chief operations"),
            any("CTO", "cto", "chief technology", "chief technical"),
            any("Other C-suite", "chief"),
            new Rule("Owner / Founder", Title::ownsTheCompany),
            any("Managing Director", "managing director", "md"),
            either("VP Marketing", "vp", "marketing"),
            either("VP Marketing", "vice president", "marketing"),
            either("VP Sales", "vp", "sales"),
            either("VP Sales", "vice president", "sales"),
            any("VP", "vp", "vice president"),
            any("President", "president"),
            either("Marketing Director", "director", "marketing"),
            either("Sales Director", "director", "sales"),
            any("Director", "director"),
            any("Head of", "head"),
            either("Marketing Manager", "manager", "marketing"),
            any("Manager", "manager"),
            any("Coordinator", "coordinator", "co ordinator"),
            any("Specialist", "specialist"));

    private Title() {}

    /** The canonical title; empty when nothing is left of it. */
    public static Optional<String> canonical(@Nullable String title) {
        List<String> words = title == null ? List.of() : cut(words(title));
        List<String> told =
                words.stream().filter(word -> !DROPPED.contains(word)).toList();
        if (told.isEmpty()) {
            return Optional.empty();
        }
        return RULES.stream()
                .filter(rule -> rule.holds().test(told))
                .map(Rule::title)
                .findFirst()
                .or(() -> Optional.of(words.stream().map(Title::capitalised).collect(Collectors.joining(" "))));
    }

    private static List<String> words(String title) {
        String plain = Normalizer.normalize(title, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
        return plain.isEmpty() ? List.of() : List.of(plain.split(" "));
    }

    /** An assistant to somebody is not that somebody. */
    private static List<String> cut(List<String> words) {
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            boolean market = i > 0
                    && i + 2 <= words.size()
                    && words.subList(i - 1, Math.min(i + 2, words.size())).equals(GO_TO_MARKET);
            if (words.get(i).equals("to") && !market) {
                return kept;
            }
            kept.add(words.get(i));
        }
        return kept;
    }

    private static boolean ownsTheCompany(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).equals("owner") && (i == 0 || !OWNED.contains(words.get(i - 1)))) {
                return true;
            }
        }
        return words.equals(List.of("principal"))
                || has(words, "founder")
                || has(words, "cofounder")
                || has(words, "co founder")
                || has(words, "proprietor");
    }

    private static Rule any(String title, String... sequences) {
        return new Rule(title, words -> Arrays.stream(sequences).anyMatch(sequence -> has(words, sequence)));
    }

    private static Rule either(String title, String rank, String field) {
        return any(title, rank + " " + field, field + " " + rank);
    }

    private static boolean has(List<String> words, String sequence) {
        List<String> wanted = List.of(sequence.split(" "));
        for (int i = 0; i + wanted.size() <= words.size(); i++) {
            if (words.subList(i, i + wanted.size()).equals(wanted)) {
                return true;
            }
        }
        return false;
    }

    private static String capitalised(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
