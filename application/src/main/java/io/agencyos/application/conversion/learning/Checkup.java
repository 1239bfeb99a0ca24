package io.agencyos.application.conversion.learning;

import io.agencyos.application.conversion.learning.store.LearnedPattern;
import io.agencyos.application.conversion.learning.store.LearningFacts;
import io.agencyos.application.conversion.learning.store.LearningPorts;
import io.agencyos.application.conversion.learning.store.Windows;
import io.agencyos.domain.conversion.PatternType;
import io.agencyos.domain.conversion.report.Change;
import io.agencyos.domain.conversion.report.PatternHealth;
import io.agencyos.domain.conversion.report.TierRates;
import io.agencyos.domain.conversion.report.Version;
import io.agencyos.domain.scoring.weight.Weights;
import io.agencyos.domain.scoring.weight.WeightsInForce;
import io.agencyos.domain.scoring.weight.WeightsSource;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a client's patterns and weights are judged by; inside a unit of work of the client. Source: conversion intelligence 19.2. */
final class Checkup {

    private static final Set<WeightsSource> LEARNED =
            Set.of(WeightsSource.CLIENT_LEARNED, WeightsSource.PLATFORM_INDUSTRY, WeightsSource.PLATFORM_GLOBAL);

    private final LearningPorts ports;

    Checkup(LearningPorts ports) {
        this.ports = ports;
    }

    /** The newest version of a type, and the one before it. */
    record Newest(LearnedPattern pattern, Optional<LearnedPattern> before) {

        Version version() {
            return ReportPatternsService.version(pattern);
        }

        List<Change> changes() {
            return ReportPatternsService.changes(pattern, before);
        }
    }

    /** The newest of each type that there is and that can be read. */
    List<Newest> newest(ClientId client) {
        List<Newest> newest = new ArrayList<>();
        for (PatternType type : PatternType.values()) {
            List<LearnedPattern> last = ports.patterns().history(client, type, 2);
            if (!last.isEmpty() && last.getFirst().schema().isReadable()) {
                newest.add(new Newest(last.getFirst(), last.stream().skip(1).findFirst()));
            }
        }
        return newest;
    }

    /** Everything that is amiss. */
    List<PatternHealth.Warning> warnings(ClientId client, Instant now) {
        List<PatternHealth.Standing> standings = newest(client).stream()
                .map(each -> new PatternHealth.Standing(
                        each.pattern().type(),
                        each.pattern().validUntil(),
                        each.pattern().sampleSize(),
                        each.pattern().confidence(),
                        each.changes().stream().anyMatch(change -> change.kind().isDrift())))
                .toList();
        WeightsInForce inForce = inForce(client, now);
        Optional<Weights> learned =
                LEARNED.contains(inForce.source()) ? Optional.of(inForce.weights()) : Optional.empty();
        long conversions = ports.facts()
                .totals(client, LearningFacts.Unit.LEAD, year(client, now))
                .conversions();
        return PatternHealth.warnings(
                new PatternHealth.Patient(standings, conversions, learned, tiers(client, now)), now);
    }

    /** What came of the leads of each tier within a year. */
    TierRates tiers(ClientId client, Instant now) {
        return TierRates.of(ports.facts().tiers(client, year(client, now)));
    }

    WeightsInForce inForce(ClientId client, Instant now) {
        return ports.inForce(client, now);
    }

    private LearningFacts.Span year(ClientId client, Instant now) {
        return ports.windows(client).yearOfLeads(Windows.cutOff(now));
    }
}
