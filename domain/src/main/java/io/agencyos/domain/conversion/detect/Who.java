package io.agencyos.domain.conversion.detect;

import io.agencyos.domain.conversion.PatternType;
import io.agencyos.domain.conversion.kernel.BadCell;
import io.agencyos.domain.conversion.pattern.Node;
import io.agencyos.domain.shared.Result;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which leads convert. The unit is a lead. Source: conversion intelligence 6. */
public final class Who {

    public static final String TITLE = "title";
    public static final String SENIORITY = "seniority";
    public static final String INDUSTRY = "industry";
    public static final String SIZE = "size_band";
    public static final String STATE = "state";
    public static final String SOURCE = "source";
    public static final String EMAIL_STATUS = "email_status";
    /** Flags that say that now is a good time. */
    public static final List<String> SIGNALS = List.of("new_role", "hiring", "funded");

    private static final Map<String, String> RANKINGS = Map.of(
            TITLE, "title_rankings",
            INDUSTRY, "industry_rankings",
            SENIORITY, "seniority_rankings",
            STATE, "state_rankings",
            SOURCE, "source_rankings",
            EMAIL_STATUS, "email_status_rankings");

    private Who() {}

    /**
     * The pattern, or its default shape where the sample is too small.
     *
     * @param earlier the sample as of eight weeks before
     * @param objections what replies object to, as 6.2 shows it
     */
    public static Result<Detected, BadCell> detect(
            Sample now, Optional<Sample> earlier, Priors priors, Node.Members objections) {
        Sample used =
                now.reachesTheMinimum() ? now : new Sample(now.units(), now.conversions(), now.windowDays(), List.of());
        return Judged.of(used, earlier, priors).map(judged -> {
            Node.Builder members = Node.members()
                    .with("coverage", judged.coverage())
                    .with("notes", judged.notes())
                    .with("findings", judged.findings("Leads"))
                    .with("other_sample", judged.otherSample())
                    .with("size_analysis", sizes(judged))
                    .with("timing_signals", signals(judged))
                    .with("timing_signal_detail", signalDetail(judged))
                    .with("objection_patterns", objections)
                    .with("for_use", forUse(judged.forUse()));
            RANKINGS.forEach((dimension, member) -> members.with(member, judged.ranking(dimension, dimension)));
            return Detected.of(PatternType.WHO, now, members, Detected.shortfall(now));
        });
    }

    private static Node sizes(Judged judged) {
        Optional<Entry> best = judged.best(SIZE);
        Sample sample = judged.sample();
        return Node.members()
                .with("sweet_spot", best.map(Entry::key).orElse(null))
                .with("sweet_spot_rate", best.map(Entry::rate).orElseGet(Node.Nothing::new))
                .with(
                        "baseline_conversion_rate",
                        Node.rounded(
                                sample.units() == 0 ? Double.NaN : (double) sample.conversions() / sample.units(), 4))
                .with(
                        "distribution",
                        Node.items(SizeBand.keys().stream()
                                .map(band -> judged.entry(SIZE, band))
                                .flatMap(Optional::stream)
                                .map(entry -> entry.node("range"))
                                .toList()))
                .done();
    }

    private static Node signals(Judged judged) {
        Node.Builder lifts = Node.members();
        SIGNALS.forEach(signal -> lifts.with(signal + "_lift", liftOf(judged, signal)));
        return lifts.done();
    }

    private static Node signalDetail(Judged judged) {
        Node.Builder detail = Node.members();
        SIGNALS.forEach(signal -> judged.flag(signal).ifPresent(entry -> detail.with(signal, entry.node("value"))));
        return detail.done();
    }

    /** Lift of units with a flag, 1 where it was not tested. */
    static Node liftOf(Judged judged, String flag) {
        return judged.flag(flag)
                .filter(Entry::isTested)
                .map(entry -> Node.figure(entry.lift()))
                .orElseGet(() -> Node.rounded(1, 1));
    }

    private static Node forUse(Judged judged) {
        Node.Builder use = Node.members()
                .with("segments", judged.segments())
                .with("sweet_spot", judged.best(SIZE).map(Entry::key).orElse(null))
                .with(
                        "timing_signals",
                        Node.texts(SIGNALS.stream()
                                .filter(signal -> judged.flag(signal)
                                        .filter(Entry::isPositive)
                                        .isPresent())
                                .toList()));
        RANKINGS.forEach((dimension, member) -> use.with(member, judged.positiveKeys(dimension)));
        return use.done();
    }
}
