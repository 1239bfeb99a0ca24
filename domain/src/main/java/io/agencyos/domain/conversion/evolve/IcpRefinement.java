package io.agencyos.domain.conversion.evolve;

import io.agencyos.domain.conversion.LockedField;
import io.agencyos.domain.conversion.detect.SizeBand;
import io.agencyos.domain.shared.Vocabulary;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a search takes up of what was learned of leads. It changes the search, never the stored target; titles and
 * industries are put in front and none is taken away. Source: conversion intelligence 15.
 */
public final class IcpRefinement {

    private static final BigDecimal SURE_ENOUGH_TO_ADD = new BigDecimal("0.6");
    private static final BigDecimal SURE_ENOUGH_TO_NARROW = new BigDecimal("0.7");
    private static final int DAYS_TO_NARROW = 60;
    private static final double LEAST_EFFECT = 1.2;
    private static final int MOST_ADDED = 5;
    private static final int MOST_IN_FRONT = 3;

    /** A size without upper limit. */
    private static final String OPEN = "+";

    /** What is searched for; null is no bound. */
    public record Criteria(
            List<String> titles,
            List<String> industries,
            @Nullable Integer employeesFrom,
            @Nullable Integer employeesTo) {

        public Criteria {
            titles = List.copyOf(titles);
            industries = List.copyOf(industries);
        }
    }

    /**
     * What was learned of leads.
     *
     * @param titles that repeated, the best first
     * @param industries likewise
     * @param sweetSpot a size band that repeated, null without one
     * @param days of data
     */
    public record Known(
            List<Segment> titles,
            List<Segment> industries,
            @Nullable String sweetSpot,
            BigDecimal confidence,
            int days) {}

    /** What was done to a field. */
    public enum Action implements Vocabulary {
        /** Values that the base does not hold were put before it. */
        BOOSTED,
        /** Values of the base were moved to the front. */
        REORDERED,
        /** Values were set where the base had none, or put before those of which none is good. */
        PRIORITIZED,
        NARROWED
    }

    /** One change. */
    public record Change(LockedField field, Action action, List<String> added, String reason) {

        public Change {
            added = List.copyOf(added);
        }
    }

    /** The criteria to search with, and what was changed. */
    public record Refined(Criteria criteria, List<Change> changes) {

        public Refined {
            changes = List.copyOf(changes);
        }
    }

    private IcpRefinement() {}

    /** The base as it is where nothing is sure enough. */
    public static Refined of(Criteria base, Known known, Set<LockedField> locked) {
        List<Change> changes = new ArrayList<>();
        boolean adds = known.confidence().compareTo(SURE_ENOUGH_TO_ADD) >= 0;
        List<String> titles = adds && !locked.contains(LockedField.TITLES)
                ? titles(base.titles(), good(known.titles()), changes)
                : base.titles();
        List<String> industries = adds && !locked.contains(LockedField.INDUSTRIES)
                ? industries(base.industries(), good(known.industries()), changes)
                : base.industries();
        Criteria wider = new Criteria(titles, industries, base.employeesFrom(), base.employeesTo());
        boolean narrows = known.confidence().compareTo(SURE_ENOUGH_TO_NARROW) >= 0
                && known.days() >= DAYS_TO_NARROW
                && !locked.contains(LockedField.COMPANY_SIZES);
        Criteria refined = narrows
                ? Optional.ofNullable(known.sweetSpot())
                        .flatMap(band -> narrowed(wider, band, changes))
                        .orElse(wider)
                : wider;
        return new Refined(refined, changes);
    }

    private static List<String> good(List<Segment> segments) {
        return segments.stream()
                .filter(segment -> segment.positive() && segment.effect() >= LEAST_EFFECT)
                .sorted(Comparator.comparing(Segment::low).reversed().thenComparing(Segment::key))
                .map(Segment::key)
                .toList();
    }

    /** A target without titles asks for everybody, which a list of titles would narrow. */
    private static List<String> titles(List<String> base, List<String> good, List<Change> changes) {
        if (base.isEmpty()) {
            return base;
        }
        List<String> added = good.stream()
                .filter(title -> !holds(base, title))
                .limit(MOST_ADDED)
                .toList();
        List<String> ordered = inFront(base, good);
        if (!added.isEmpty()) {
            changes.add(new Change(LockedField.TITLES, Action.BOOSTED, added, "converts better than others"));
        }
        if (!ordered.equals(base)) {
            changes.add(new Change(LockedField.TITLES, Action.REORDERED, List.of(), "the best first"));
        }
        return joined(added, ordered);
    }

    private static List<String> industries(List<String> base, List<String> good, List<Change> changes) {
        if (good.isEmpty()) {
            return base;
        }
        if (base.isEmpty()) {
            List<String> set = good.stream().limit(MOST_ADDED).toList();
            changes.add(new Change(LockedField.INDUSTRIES, Action.PRIORITIZED, set, "none was given"));
            return set;
        }
        List<String> ordered = inFront(base, good);
        if (good.stream().anyMatch(industry -> holds(base, industry))) {
            if (!ordered.equals(base)) {
                changes.add(new Change(LockedField.INDUSTRIES, Action.REORDERED, List.of(), "the best first"));
            }
            return ordered;
        }
        List<String> front = good.stream().limit(MOST_IN_FRONT).toList();
        changes.add(new Change(LockedField.INDUSTRIES, Action.PRIORITIZED, front, "converts better than others"));
        return joined(front, base);
    }

    private static Optional<Criteria> narrowed(Criteria base, String band, List<Change> changes) {
        return SizeBand.keys().stream().filter(band::equals).findFirst().flatMap(known -> {
            boolean open = known.endsWith(OPEN);
            String[] ends = known.replace(OPEN, "").split("-");
            Integer from = greater(base.employeesFrom(), Integer.valueOf(ends[0]));
            Integer to = open ? base.employeesTo() : lesser(base.employeesTo(), Integer.valueOf(ends[1]));
            boolean empty = to != null && from > to;
            boolean same = from.equals(base.employeesFrom())
                    && (to == null ? base.employeesTo() == null : to.equals(base.employeesTo()));
            if (empty || same) {
                return Optional.empty();
            }
            changes.add(new Change(
                    LockedField.COMPANY_SIZES, Action.NARROWED, List.of(known), "companies of this size convert best"));
            return Optional.of(new Criteria(base.titles(), base.industries(), from, to));
        });
    }

    private static Integer greater(@Nullable Integer base, int other) {
        return base == null ? other : Math.max(base, other);
    }

    private static Integer lesser(@Nullable Integer base, int other) {
        return base == null ? other : Math.min(base, other);
    }

    /** Those of the base that are good in the order of the good ones, then the rest as it stood. */
    private static List<String> inFront(List<String> base, List<String> good) {
        Set<String> ordered = new LinkedHashSet<>();
        good.forEach(key -> base.stream().filter(each -> same(each, key)).forEach(ordered::add));
        ordered.addAll(base);
        return List.copyOf(ordered);
    }

    private static List<String> joined(List<String> first, List<String> then) {
        List<String> all = new ArrayList<>(first);
        all.addAll(then);
        return List.copyOf(all);
    }

    private static boolean holds(List<String> values, String value) {
        return values.stream().anyMatch(each -> same(each, value));
    }

    private static boolean same(String one, String other) {
        return one.strip().toLowerCase(Locale.ROOT).equals(other.strip().toLowerCase(Locale.ROOT));
    }
}
