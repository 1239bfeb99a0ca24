package io.agencyos.application.conversion.learning;

import io.agencyos.application.conversion.learning.store.LearningFacts;
import io.agencyos.application.conversion.learning.store.Windows;
import io.agencyos.domain.conversion.PatternType;
import io.agencyos.domain.conversion.detect.Detected;
import io.agencyos.domain.conversion.detect.Funnel;
import io.agencyos.domain.conversion.detect.How;
import io.agencyos.domain.conversion.detect.Objections;
import io.agencyos.domain.conversion.detect.Priors;
import io.agencyos.domain.conversion.detect.SaleFigures;
import io.agencyos.domain.conversion.detect.Sales;
import io.agencyos.domain.conversion.detect.Sample;
import io.agencyos.domain.conversion.detect.Timing;
import io.agencyos.domain.conversion.detect.What;
import io.agencyos.domain.conversion.detect.When;
import io.agencyos.domain.conversion.detect.Who;
import io.agencyos.domain.conversion.kernel.BadCell;
import io.agencyos.domain.conversion.pattern.Node;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What types of patterns wait for of which nothing valid stands, from counts alone. Source: conversion intelligence 4, 6.2, 20.
 */
final class Missings {

    private final LearningFacts facts;
    private final Windows windows;

    Missings(LearningFacts facts, Windows windows) {
        this.facts = facts;
        this.windows = windows;
    }

    List<ReportPatterns.Missing> of(ClientId client, Set<PatternType> known, Instant now) {
        Instant cutOff = Windows.cutOff(now);
        long conversions = facts.totals(client, LearningFacts.Unit.LEAD, windows.yearOfLeads(cutOff))
                .conversions();
        return Arrays.stream(PatternType.values())
                .filter(type -> !known.contains(type))
                .map(type -> conversions < LearnPatternsService.LEAST_CONVERSIONS
                        ? new ReportPatterns.Missing(
                                type,
                                LearnPatternsService.LEAST_CONVERSIONS,
                                conversions,
                                "Learning begins with %d leads that booked, of those first written to %d days ago or longer; so far it is %d"
                                        .formatted(
                                                LearnPatternsService.LEAST_CONVERSIONS,
                                                windows.horizons().horizonDays(),
                                                conversions))
                        : missing(type, totals(client, type, cutOff)))
                .toList();
    }

    /** The counts of the newest window of a type. */
    LearningFacts.Totals totals(ClientId client, PatternType type, Instant cutOff) {
        return facts.totals(
                client,
                unit(type),
                type == PatternType.FUNNEL
                        ? windows.window(LearningFacts.Unit.MEETING, cutOff, Windows.OF_MEETINGS)
                                .span()
                        : windows.of(facts, client, unit(type), cutOff).span());
    }

    /** What a detector says of so much, told nothing of what the units are like. */
    static Detected shape(PatternType type, LearningFacts.Totals totals) {
        Sample sample = new Sample(
                totals.units(),
                totals.conversions(),
                type == PatternType.FUNNEL ? Windows.OF_MEETINGS : Windows.LONGEST,
                List.of());
        Result<Detected, BadCell> shape = switch (type) {
            case WHO -> Who.detect(sample, Optional.empty(), Priors.NONE, Objections.NONE);
            case WHAT -> What.detect(sample, Optional.empty(), Priors.NONE, List.of());
            case WHEN -> When.detect(sample, Optional.empty(), Priors.NONE, Timing.NONE);
            case HOW -> How.detect(sample, Optional.empty(), Priors.NONE, Map.of());
            case FUNNEL ->
                Funnel.detect(
                        List.of(
                                new Funnel.Section(
                                        Funnel.SHOW_RATE,
                                        sample,
                                        Optional.empty(),
                                        Node.members().done()),
                                new Funnel.Section(
                                        Funnel.MEETING_TO_DEAL,
                                        Sales.NONE.meetingToDeal(),
                                        Optional.empty(),
                                        SaleFigures.ofMeetings(Sales.NONE)),
                                new Funnel.Section(
                                        Funnel.WIN_RATE,
                                        Sales.NONE.winRate(),
                                        Optional.empty(),
                                        SaleFigures.ofDeals(Sales.NONE))),
                        SaleFigures.described(Sales.NONE));
        };
        return shape.orElseThrow();
    }

    private ReportPatterns.Missing missing(PatternType type, LearningFacts.Totals totals) {
        long least = type == PatternType.FUNNEL ? Sample.LEAST_UNITS_OF_A_SECTION : Sample.LEAST_UNITS;
        String units = units(type);
        Sample sample = new Sample(totals.units(), totals.conversions(), Windows.LONGEST, List.of());
        boolean enough = type == PatternType.FUNNEL ? sample.reachesTheMinimumOfASection() : sample.reachesTheMinimum();
        return new ReportPatterns.Missing(
                type,
                least,
                totals.units(),
                enough
                        ? "There is enough to learn from; the next run does"
                        : "%d %s are needed, 5 of them with each outcome; so far %s"
                                .formatted(
                                        least,
                                        units,
                                        totals.units() == 0
                                                ? "there are none"
                                                : "it is %d, %d of them %s"
                                                        .formatted(
                                                                totals.units(),
                                                                totals.conversions(),
                                                                type == PatternType.FUNNEL
                                                                        ? "held"
                                                                        : "with a booking")));
    }

    private String units(PatternType type) {
        return switch (type) {
            case WHO, HOW ->
                "leads that were first written to %d days ago or longer"
                        .formatted(windows.horizons().horizonDays());
            case WHAT, WHEN ->
                "messages that were delivered %d days ago or longer"
                        .formatted(windows.horizons().attributionDays());
            case FUNNEL -> "meetings of the last 90 days of which is known whether they were held";
        };
    }

    static LearningFacts.Unit unit(PatternType type) {
        return switch (type) {
            case WHO, HOW -> LearningFacts.Unit.LEAD;
            case WHAT, WHEN -> LearningFacts.Unit.TOUCH;
            case FUNNEL -> LearningFacts.Unit.MEETING;
        };
    }
}
