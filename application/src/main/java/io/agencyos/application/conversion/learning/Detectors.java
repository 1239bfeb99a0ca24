package io.agencyos.application.conversion.learning;

import io.agencyos.domain.conversion.PatternType;
import io.agencyos.domain.conversion.detect.Conversations;
import io.agencyos.domain.conversion.detect.Detected;
import io.agencyos.domain.conversion.detect.Engagement;
import io.agencyos.domain.conversion.detect.Funnel;
import io.agencyos.domain.conversion.detect.How;
import io.agencyos.domain.conversion.detect.Priors;
import io.agencyos.domain.conversion.detect.SaleFigures;
import io.agencyos.domain.conversion.detect.Sales;
import io.agencyos.domain.conversion.detect.Sample;
import io.agencyos.domain.conversion.detect.What;
import io.agencyos.domain.conversion.detect.When;
import io.agencyos.domain.conversion.detect.Who;
import io.agencyos.domain.conversion.kernel.BadCell;
import io.agencyos.domain.conversion.pattern.Node;
import io.agencyos.domain.shared.Result;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** The five detectors, each over what it reads of the same evidence. Source: conversion intelligence 6 to 10. */
final class Detectors {

    private Detectors() {}

    /** Everything that is told of one cut-off, and of the one eight weeks before. */
    record Evidence(
            Samples now,
            Optional<Samples> earlier,
            Map<Integer, Long> daysToConvert,
            Node.Members objections,
            Priors priors,
            List<Node> experiments,
            Engagement engagement,
            Conversations conversations,
            Sales sales,
            Sales salesBefore) {

        Optional<Sample> before(Function<Samples, Sample> part) {
            return earlier.map(part);
        }
    }

    /**
     * What they came to. One that fails stops none of the others; the run that holds them fails when all else is done, and is
     * tried again.
     */
    record Findings(Map<PatternType, Result<Detected, BadCell>> byType, List<RuntimeException> failures) {

        void failAsDetectorsDid() {
            if (!failures.isEmpty()) {
                RuntimeException first = failures.getFirst();
                failures.stream().skip(1).forEach(first::addSuppressed);
                throw first;
            }
        }
    }

    static Findings of(Evidence evidence) {
        Map<PatternType, Result<Detected, BadCell>> found = new EnumMap<>(PatternType.class);
        List<RuntimeException> failures = new ArrayList<>();
        all(evidence).forEach((type, detector) -> {
            try {
                found.put(type, detector.get());
            } catch (RuntimeException failed) {
                failures.add(failed);
            }
        });
        return new Findings(found, failures);
    }

    private static Map<PatternType, Supplier<Result<Detected, BadCell>>> all(Evidence evidence) {
        Samples now = evidence.now();
        Map<PatternType, Supplier<Result<Detected, BadCell>>> detectors = new EnumMap<>(PatternType.class);
        detectors.put(
                PatternType.WHO,
                () -> Who.detect(now.who(), evidence.before(Samples::who), evidence.priors(), evidence.objections()));
        detectors.put(
                PatternType.WHAT,
                () -> What.detect(
                        now.what(), evidence.before(Samples::what), evidence.priors(), evidence.experiments()));
        detectors.put(
                PatternType.WHEN,
                () -> When.detect(
                        now.when(),
                        evidence.before(Samples::when),
                        evidence.priors(),
                        now.timing(evidence.daysToConvert()),
                        evidence.engagement()));
        detectors.put(
                PatternType.HOW,
                () -> How.detect(
                        now.how(),
                        evidence.before(Samples::how),
                        evidence.priors(),
                        new How.Described(
                                now.bookings(), now.orders(), evidence.engagement(), evidence.conversations())));
        detectors.put(
                PatternType.FUNNEL,
                () -> Funnel.detect(
                        List.of(
                                new Funnel.Section(
                                        Funnel.SHOW_RATE,
                                        now.showRate(),
                                        evidence.before(Samples::showRate),
                                        Node.members().done()),
                                new Funnel.Section(
                                        Funnel.MEETING_TO_DEAL,
                                        evidence.sales().meetingToDeal(),
                                        Optional.of(evidence.salesBefore().meetingToDeal()),
                                        SaleFigures.ofMeetings(evidence.sales())),
                                new Funnel.Section(
                                        Funnel.WIN_RATE,
                                        evidence.sales().winRate(),
                                        Optional.of(evidence.salesBefore().winRate()),
                                        SaleFigures.ofDeals(evidence.sales()))),
                        SaleFigures.described(evidence.sales())));
        return detectors;
    }
}
