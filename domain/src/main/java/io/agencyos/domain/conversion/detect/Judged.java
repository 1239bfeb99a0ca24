package io.agencyos.domain.conversion.detect;

import io.agencyos.domain.conversion.SegmentStatus;
import io.agencyos.domain.conversion.kernel.BadCell;
import io.agencyos.domain.conversion.kernel.Cell;
import io.agencyos.domain.conversion.kernel.Family;
import io.agencyos.domain.conversion.kernel.Finding;
import io.agencyos.domain.conversion.kernel.Pooling;
import io.agencyos.domain.conversion.kernel.SegmentKernel;
import io.agencyos.domain.conversion.kernel.SegmentTable;
import io.agencyos.domain.conversion.pattern.Node;
import io.agencyos.domain.shared.Result;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/**
 * The findings of one detector run, each marked automatic where the same run as of eight weeks earlier confirms it the
 * same way. Source: conversion intelligence 5.6.
 */
public final class Judged {

    /** The value of a flag that is set. */
    public static final String WITH = "with";
    /** The value of a flag that is not. */
    public static final String WITHOUT = "without";

    private static final int LONGEST_LIST = 10;
    private static final double SURE = 0.95;

    private final Map<String, List<Entry>> dimensions;
    private final Sample sample;

    private Judged(Map<String, List<Entry>> dimensions, Sample sample) {
        this.dimensions = dimensions;
        this.sample = sample;
    }

    /** The verdicts on {@code now}; without an earlier sample, or with one below the minimum, nothing is automatic. */
    public static Result<Judged, BadCell> of(Sample now, Optional<Sample> earlier, Priors priors) {
        return findings(now, priors)
                .flatMap(current -> earlier.filter(Sample::reachesTheMinimum)
                        .map(sample -> findings(sample, priors))
                        .orElse(Result.ok(Map.of()))
                        .map(before -> new Judged(marked(current, before), now)));
    }

    private static Result<Map<String, List<Finding>>, BadCell> findings(Sample sample, Priors priors) {
        Map<String, Family.Dimension> family = new LinkedHashMap<>();
        for (Dimension dimension : sample.dimensions()) {
            switch (SegmentTable.of(Pooling.pooled(dimension.cells()))) {
                case Result.Ok<SegmentTable, BadCell>(SegmentTable table) ->
                    family.put(
                            dimension.name(),
                            new Family.Dimension(
                                    SegmentKernel.estimate(table, priors.of(dimension.name())), dimension.bars()));
                case Result.Err<SegmentTable, BadCell>(BadCell bad) -> {
                    return Result.err(bad);
                }
            }
        }
        return Result.ok(Family.judge(family));
    }

    private static Map<String, List<Entry>> marked(Map<String, List<Finding>> now, Map<String, List<Finding>> before) {
        Map<String, List<Entry>> marked = new LinkedHashMap<>();
        now.forEach((name, findings) -> {
            Map<String, SegmentStatus> then = new TreeMap<>();
            before.getOrDefault(name, List.of()).forEach(each -> then.put(each.segment(), each.status()));
            marked.put(
                    name,
                    findings.stream()
                            .map(each ->
                                    new Entry(each, each.isConfirmed() && each.status() == then.get(each.segment())))
                            .toList());
        });
        return marked;
    }

    /** The same as consumers may read it: what is not automatic says nothing. */
    Judged forUse() {
        Map<String, List<Entry>> neutral = new LinkedHashMap<>();
        dimensions.forEach((name, entries) ->
                neutral.put(name, entries.stream().map(Entry::forUse).toList()));
        return new Judged(neutral, sample);
    }

    Sample sample() {
        return sample;
    }

    /** Everything of a dimension that may be shown, the best first. */
    List<Entry> shown(String dimension) {
        return all(dimension)
                .filter(entry -> entry.status() != SegmentStatus.INSUFFICIENT)
                .sorted(Entry.BEST_FIRST)
                .toList();
    }

    /** What was tested, the best first. */
    List<Entry> tested(String dimension) {
        return shown(dimension).stream().filter(Entry::isTested).toList();
    }

    List<Entry> positive(String dimension) {
        return shown(dimension).stream().filter(Entry::isPositive).toList();
    }

    List<Entry> negative(String dimension) {
        return shown(dimension).stream().filter(Entry::isNegative).toList();
    }

    Optional<Entry> best(String dimension) {
        return positive(dimension).stream().findFirst();
    }

    /** One value of a dimension. */
    Optional<Entry> entry(String dimension, String key) {
        return all(dimension).filter(entry -> entry.key().equals(key)).findFirst();
    }

    /** The set flags of a group, as {@code group:value}, confirmed this way, the best first. */
    List<Map.Entry<String, Entry>> flags(String group, boolean positive) {
        Comparator<Map.Entry<String, Entry>> order =
                Map.Entry.<String, Entry>comparingByValue(Entry.BEST_FIRST).thenComparing(Map.Entry.comparingByKey());
        return names(group)
                .map(name -> Map.entry(name.substring(group.length() + 1), flag(name)))
                .filter(each -> each.getValue().isPresent())
                .map(each -> Map.entry(each.getKey(), each.getValue().orElseThrow()))
                .filter(each -> positive
                        ? each.getValue().isPositive()
                        : each.getValue().isNegative())
                .sorted(order)
                .toList();
    }

    /** Names of the dimensions of a group. */
    Stream<String> names(String group) {
        return dimensions.keySet().stream()
                .filter(name -> name.startsWith(group + ":"))
                .sorted();
    }

    /** What having a flag does. */
    Optional<Entry> flag(String dimension) {
        return entry(dimension, WITH);
    }

    /** A ranking as patterns hold it: at most ten, findings first. */
    Node ranking(String dimension, String keyName) {
        return Node.items(shown(dimension).stream()
                .sorted(Entry.FINDINGS_FIRST)
                .limit(LONGEST_LIST)
                .map(entry -> entry.node(keyName))
                .toList());
    }

    /** Keys of what is confirmed to work, the best first. */
    Node positiveKeys(String dimension) {
        return Node.texts(positive(dimension).stream().map(Entry::key).toList());
    }

    /** Every finding, certain or not, in words a person reads; with what is missing where it is not certain yet. */
    Node findings(String subject) {
        return Node.items(findings(subject, ""));
    }

    /** The same, names of dimensions led by {@code prefix}. */
    List<Node> findings(String subject, String prefix) {
        List<Node> told = new ArrayList<>();
        dimensions.forEach((name, entries) -> entries.stream()
                .filter(entry -> entry.says() && !entry.key().equals(Pooling.OTHER))
                .sorted(Entry.BEST_FIRST)
                .forEach(entry -> told.add(entry.numbers()
                        .with("dimension", prefix + name)
                        .with("key", entry.key())
                        .with("sentence", Sentence.of(subject, name, entry))
                        .with("units_needed", needed(entry))
                        .done())));
        return told;
    }

    /** Everything that may steer, with what rules ask of it: which way, how much and how surely. */
    Node segments() {
        return segments((_, _) -> true);
    }

    /** Of that what may be said, by the name of its dimension. */
    Node segments(BiPredicate<String, Entry> said) {
        List<Node> segments = new ArrayList<>();
        dimensions.forEach((name, entries) -> entries.stream()
                .filter(entry -> entry.automatic() && !entry.key().equals(Pooling.OTHER) && said.test(name, entry))
                .sorted(Entry.BEST_FIRST)
                .forEach(entry -> segments.add(Node.members()
                        .with("dimension", name)
                        .with("key", entry.key())
                        .with("status", entry.status().wire())
                        .with("effect", Node.rounded(entry.effect(), 4))
                        .with("direction", Node.rounded(direction(entry, entries), 4))
                        .with("sample", entry.estimate().n())
                        .with("ci_low", Node.rounded(entry.estimate().interval().low(), 4))
                        .done())));
        return Node.items(segments);
    }

    /** Of a value that is confirmed because its opposite is, the sureness of the opposite. */
    private static double direction(Entry entry, List<Entry> entries) {
        double own = entry.direction();
        return own >= SURE || entries.size() != 2
                ? own
                : entries.stream().mapToDouble(Entry::direction).max().orElse(own);
    }

    private static Node needed(Entry entry) {
        return entry.finding().isConfirmed() ? new Node.Nothing() : Node.whole(entry.unitsNeeded());
    }

    /** Share of units with a known value, per dimension. */
    Node coverage() {
        Node.Builder coverage = Node.members();
        for (Dimension dimension : sample.dimensions()) {
            if (dimension.all() > 0) {
                coverage.with(dimension.name(), Node.rounded((double) dimension.known() / dimension.all(), 4));
            }
        }
        return coverage.done();
    }

    /** Why dimensions rank nothing, by name: nobody in them converted, or everybody did. */
    Node notes() {
        Node.Builder notes = Node.members();
        for (Dimension dimension : sample.dimensions()) {
            long units = dimension.cells().stream().mapToLong(Cell::n).sum();
            long conversions = dimension.cells().stream().mapToLong(Cell::k).sum();
            if (units > 0 && (conversions == 0 || conversions == units)) {
                notes.with(dimension.name(), "no variation");
            }
        }
        return notes.done();
    }

    /** Units that went into pooled segments. */
    long otherSample() {
        return dimensions.values().stream()
                .flatMap(List::stream)
                .filter(entry -> entry.key().equals(Pooling.OTHER))
                .mapToLong(entry -> entry.estimate().n())
                .sum();
    }

    private Stream<Entry> all(String dimension) {
        return Objects.requireNonNullElse(dimensions.get(dimension), List.<Entry>of()).stream()
                .filter(entry -> !entry.key().equals(Pooling.OTHER));
    }
}
