package io.agencyos.domain.conversion.detect;

import io.agencyos.domain.conversion.PatternType;
import io.agencyos.domain.conversion.kernel.BadCell;
import io.agencyos.domain.conversion.pattern.Node;
import io.agencyos.domain.shared.Result;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** At which times messages convert. The unit is a touch, in the lead's own time. Source: conversion intelligence 8. */
public final class When {

    /** Values 0 (Monday) to 6. */
    public static final String DAY = "day";
    /** Values 0 to 23. */
    public static final String HOUR = "hour";

    public static final String TIMEZONE = "timezone";
    /** One dimension per transition, {@code gap:1} being from touch 1 to 2; its values are keys of {@link #GAPS}. */
    public static final String GAP = "gap";

    /** What a bucket of planned gaps stands for, in days. */
    private static final Map<String, Integer> GAPS = Map.of("1", 1, "2", 2, "3", 3, "4-5", 4, "6-7", 6, "8-14", 10);

    private static final List<Integer> DEFAULT_GAPS = List.of(2, 3, 4, 5, 7);
    private static final List<String> DEFAULT_DAYS = List.of("1", "2", "3");
    private static final List<String> DEFAULT_HOURS = List.of("9", "10", "14", "15");
    private static final List<String> DAY_NAMES =
            List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");
    private static final int HOUR_SAMPLE = 50;
    private static final int ZONE_SAMPLE = 30;
    private static final int TEN = 10;

    private When() {}

    /** The bucket of a planned gap in days; empty beyond two weeks. */
    public static Optional<String> bucket(int days) {
        if (days < 1 || days > 14) {
            return Optional.empty();
        }
        return Optional.of(days <= 3 ? String.valueOf(days) : days <= 5 ? "4-5" : days <= 7 ? "6-7" : "8-14");
    }

    /** The pattern, or its default shape where the sample is too small. */
    public static Result<Detected, BadCell> detect(Sample now, Optional<Sample> earlier, Priors priors, Timing timing) {
        return detect(now, earlier, priors, timing, Engagement.NONE);
    }

    /** The same, with what people did with e-mails. */
    public static Result<Detected, BadCell> detect(
            Sample now, Optional<Sample> earlier, Priors priors, Timing timing, Engagement engagement) {
        Sample used =
                now.reachesTheMinimum() ? now : new Sample(now.units(), now.conversions(), now.windowDays(), List.of());
        return Judged.of(used, earlier, priors).map(judged -> {
            Node.Builder members = Node.members()
                    .with("coverage", judged.coverage())
                    .with("notes", judged.notes())
                    .with("findings", judged.findings("Messages"))
                    .with("best_days", days(judged))
                    .with("best_hours", hours(judged))
                    .with("converting_touch_distribution", timing.distribution())
                    .with("touch_hazard", timing.hazardNode())
                    .with("peak_converting_touch", peak(timing))
                    .with("avg_touches_to_convert", timing.averageTouches())
                    .with("optimal_sequence_gaps", gaps(judged))
                    .with("gap_detail", gapDetail(judged))
                    .with("conversion_timing", timing.conversionTiming())
                    .with("engagement_timing", engagement.timing())
                    .with("timezone_insights", zones(judged))
                    .with("steering", Steered.node(timing.steered()))
                    .with("for_use", forUse(judged.forUse()));
            return Detected.of(PatternType.WHEN, now, members, Detected.shortfall(now));
        });
    }

    private static Node peak(Timing timing) {
        Integer peak = timing.peak();
        return peak == null ? new Node.Nothing() : Node.whole(peak);
    }

    /** The weekday of an index, Monday being 0. */
    static String dayName(String index) {
        return DAY_NAMES.get(Integer.parseInt(index));
    }

    private static Node days(Judged judged) {
        return Node.items(judged.tested(DAY).stream()
                .map(entry -> entry.numbers()
                        .with("day", dayName(entry.key()))
                        .with("day_index", Integer.parseInt(entry.key()))
                        .done())
                .toList());
    }

    private static Node hours(Judged judged) {
        return Node.items(judged.shown(HOUR).stream()
                .filter(entry -> entry.estimate().n() >= HOUR_SAMPLE)
                .map(entry -> entry.node("hour", Long.parseLong(entry.key())))
                .toList());
    }

    private static Node gaps(Judged judged) {
        Node.Builder gaps = Node.members();
        IntStream.rangeClosed(1, DEFAULT_GAPS.size())
                .forEach(touch -> gaps.with(
                        "touch_%d_to_%d".formatted(touch, touch + 1),
                        judged.best(GAP + ":" + touch)
                                .map(best -> GAPS.getOrDefault(best.key(), DEFAULT_GAPS.get(touch - 1)))
                                .orElse(DEFAULT_GAPS.get(touch - 1))));
        return gaps.done();
    }

    /** Only what was found, under the number of the touch that the gap follows. */
    private static Node learnedGaps(Judged judged) {
        Node.Builder gaps = Node.members();
        IntStream.rangeClosed(1, DEFAULT_GAPS.size())
                .forEach(touch -> judged.best(GAP + ":" + touch)
                        .flatMap(best -> Optional.ofNullable(GAPS.get(best.key())))
                        .ifPresent(days -> gaps.with(String.valueOf(touch), days)));
        return gaps.done();
    }

    private static Node gapDetail(Judged judged) {
        Node.Builder detail = Node.members();
        judged.names(GAP)
                .forEach(name -> detail.with(
                        "touch_" + name.substring(GAP.length() + 1),
                        Node.items(judged.shown(name).stream()
                                .map(entry -> entry.node("days"))
                                .toList())));
        return detail.done();
    }

    /** A touch whose zone was assumed counts for days and hours by the clock it was sent by, and for no zone. */
    private static Node zones(Judged judged) {
        return Node.members()
                .with(
                        "by_timezone",
                        Node.items(judged.shown(TIMEZONE).stream()
                                .filter(entry -> entry.estimate().n() >= ZONE_SAMPLE)
                                .limit(TEN)
                                .map(entry -> entry.node(TIMEZONE))
                                .toList()))
                .with(
                        "timezone_coverage",
                        judged.coverage() instanceof Node.Members coverage
                                ? coverage.get(TIMEZONE).orElseGet(Node.Nothing::new)
                                : new Node.Nothing())
                .with(
                        "zone_assumed",
                        judged.sample().dimensions().stream()
                                .filter(dimension -> dimension.name().equals(TIMEZONE))
                                .map(dimension -> Node.whole(dimension.all() - dimension.known()))
                                .findFirst()
                                .orElseGet(Node.Nothing::new))
                .done();
    }

    private static Node forUse(Judged judged) {
        return Node.members()
                .with("segments", judged.segments())
                .with("best_days", numbers(preferred(judged, DAY, DEFAULT_DAYS, 3)))
                .with("best_hours", numbers(preferred(judged, HOUR, DEFAULT_HOURS, 4)))
                .with(
                        "learned_days",
                        numbers(judged.positive(DAY).stream().map(Entry::key).toList()))
                .with(
                        "learned_hours",
                        numbers(judged.positive(HOUR).stream().map(Entry::key).toList()))
                .with(
                        "avoided_days",
                        numbers(judged.negative(DAY).stream().map(Entry::key).toList()))
                .with(
                        "avoided_hours",
                        numbers(judged.negative(HOUR).stream().map(Entry::key).toList()))
                .with("learned_gaps", learnedGaps(judged))
                .with("optimal_sequence_gaps", gaps(judged))
                .done();
    }

    private static Node numbers(List<String> keys) {
        return Node.items(
                keys.stream().map(key -> Node.whole(Long.parseLong(key))).toList());
    }

    /** What works, then the defaults of which nothing bad is known. */
    private static List<String> preferred(Judged judged, String dimension, List<String> defaults, int most) {
        Set<String> preferred = new LinkedHashSet<>();
        judged.positive(dimension).forEach(entry -> preferred.add(entry.key()));
        List<String> bad = judged.negative(dimension).stream().map(Entry::key).toList();
        defaults.stream().filter(each -> !bad.contains(each)).forEach(preferred::add);
        return preferred.stream().limit(most).toList();
    }
}
