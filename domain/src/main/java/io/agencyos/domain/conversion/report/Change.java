package io.agencyos.domain.conversion.report;

import io.agencyos.domain.conversion.PatternType;
import io.agencyos.domain.conversion.detect.Sentence;
import io.agencyos.domain.conversion.kernel.Evidence;
import io.agencyos.domain.shared.Vocabulary;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a version says that the one before it did not. Source: conversion intelligence 13, 20.
 *
 * @param dimension empty where it is about everybody
 * @param before status, or the rate of everybody with 4 decimals; empty where there was none
 * @param now the same of the newer version
 * @param pValue of a rate of everybody that moved, 6 decimals
 */
public record Change(
        PatternType type,
        Kind kind,
        String dimension,
        String key,
        String before,
        String now,
        @Nullable BigDecimal pValue) {

    private static final double UNLIKELY = 0.01;

    /** In the order in which they are told. */
    public enum Kind implements Vocabulary {
        /** The rate of everybody moved, and not by chance. */
        BASELINE,
        /** Confirmed one way before, and the other way now. */
        TURNED,
        /** Confirmed now. */
        CONFIRMED,
        /** Acted upon from now on, as it repeated. */
        REPEATED,
        /** No longer confirmed. */
        LOST;

        /** Whether a person should look: what was true before is so no longer. */
        public boolean isDrift() {
            return this == BASELINE || this == TURNED;
        }
    }

    /** Everything that changed, by kind, then by dimension and key. */
    public static List<Change> between(Version before, Version now) {
        List<Change> changes = new ArrayList<>();
        double p = Evidence.differ(before.conversions(), before.units(), now.conversions(), now.units());
        if (p < UNLIKELY) {
            changes.add(new Change(
                    now.type(),
                    Kind.BASELINE,
                    "",
                    "",
                    rate(before),
                    rate(now),
                    BigDecimal.valueOf(p).setScale(6, RoundingMode.HALF_UP)));
        }
        Map<List<String>, Version.Found> was = before.byPlace();
        Map<List<String>, Version.Found> is = now.byPlace();
        List<Change> findings = new ArrayList<>();
        TreeMap<List<String>, Version.Found> all = before.byPlace();
        all.putAll(is);
        all.forEach((place, known) -> {
            Kind kind = kind(was.get(place), is.get(place));
            if (kind != null) {
                findings.add(new Change(
                        now.type(),
                        kind,
                        known.dimension(),
                        known.key(),
                        status(was.get(place)),
                        status(is.get(place)),
                        null));
            }
        });
        for (Kind kind : new TreeSet<>(findings.stream().map(Change::kind).toList())) {
            findings.stream().filter(each -> each.kind() == kind).forEach(changes::add);
        }
        return List.copyOf(changes);
    }

    private static @Nullable Kind kind(Version.@Nullable Found was, Version.@Nullable Found is) {
        boolean before = was != null && was.isConfirmed();
        if (is == null || !is.isConfirmed()) {
            return before ? Kind.LOST : null;
        }
        if (!before) {
            return Kind.CONFIRMED;
        }
        if (!was.status().equals(is.status())) {
            return Kind.TURNED;
        }
        return is.automatic() && !was.automatic() ? Kind.REPEATED : null;
    }

    private static String status(Version.@Nullable Found found) {
        return found == null ? "" : found.status();
    }

    private static String rate(Version version) {
        return BigDecimal.valueOf(version.rate())
                .setScale(4, RoundingMode.HALF_UP)
                .toString();
    }

    /** In plain words. */
    public String sentence() {
        String what = Sentence.value(dimension, key);
        return switch (kind) {
            case BASELINE ->
                "Of everybody %s converted, %s before: more than chance moves it"
                        .formatted(percent(now), percent(before));
            case TURNED -> "%s turned round: %s before, %s now".formatted(what, words(before), words(now));
            case CONFIRMED -> "%s is newly confirmed: %s".formatted(what, words(now));
            case REPEATED -> "%s repeated after eight weeks and is acted upon: %s".formatted(what, words(now));
            case LOST -> "%s is no longer confirmed".formatted(what);
        };
    }

    private static String words(String status) {
        return status.equals("confirmed_negative") ? "fewer conversions" : "more conversions";
    }

    private static String percent(String rate) {
        return new BigDecimal(rate).movePointRight(2) + " %";
    }
}
