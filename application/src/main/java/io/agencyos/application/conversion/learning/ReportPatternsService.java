package io.agencyos.application.conversion.learning;

import io.agencyos.application.conversion.learning.store.LearnedPattern;
import io.agencyos.application.conversion.learning.store.LearningFacts;
import io.agencyos.application.conversion.learning.store.LearningPorts;
import io.agencyos.application.conversion.learning.store.Windows;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.conversion.pattern.Node;
import io.agencyos.domain.conversion.report.Change;
import io.agencyos.domain.conversion.report.Narrative;
import io.agencyos.domain.conversion.report.Persistence;
import io.agencyos.domain.conversion.report.Version;
import io.agencyos.domain.conversion.weights.Holdout;
import io.agencyos.domain.conversion.weights.WeightLearning;
import io.agencyos.domain.scoring.weight.Weights;
import io.agencyos.domain.scoring.weight.WeightsInForce;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

final class ReportPatternsService implements ReportPatterns {

    /** From one beginning of a Sunday to another, an hour of summer time to and fro. */
    private static final Duration FOUR_WEEKS = Duration.ofDays(28).minusHours(1);

    /** One a week, and as many again that somebody asked for. */
    private static final int MOST_IN_FOUR_WEEKS = 10;

    private final LearningPorts ports;
    private final Checkup checkup;
    private final UnitOfWork units;
    private final ClockPort clock;

    ReportPatternsService(LearningPorts ports, UnitOfWork units, ClockPort clock) {
        this.ports = ports;
        this.checkup = new Checkup(ports);
        this.units = units;
        this.clock = clock;
    }

    @Override
    public Report report(TenantScope scope) {
        return units.inTenant(scope, () -> report(scope.clientId(), clock.now()));
    }

    private Report report(ClientId client, Instant now) {
        List<Checkup.Newest> valid = checkup.newest(client).stream()
                .filter(each -> each.pattern().isValid(now))
                .toList();
        List<Version> versions = valid.stream().map(Checkup.Newest::version).toList();
        LearningFacts.Span year = ports.windows(client).yearOfLeads(Windows.cutOff(now));
        return new Report(
                valid.stream()
                        .map(each -> each.pattern().computedAt())
                        .max(Instant::compareTo)
                        .orElse(null),
                Narrative.of(versions),
                valid.stream().flatMap(each -> each.changes().stream()).toList(),
                valid.stream()
                        .flatMap(each -> PatternNodes.entries(each.pattern().document(), "findings")
                                .map(finding -> new Told(each.pattern().type(), finding)))
                        .toList(),
                new Missings(ports.facts(), ports.windows(client))
                        .of(
                                client,
                                valid.stream()
                                        .map(each -> each.pattern().type())
                                        .collect(Collectors.toSet()),
                                now),
                persistence(client, valid),
                valid.stream()
                        .flatMap(each ->
                                PatternNodes.members(each.pattern().document(), "steering").byName().entrySet().stream()
                                        .filter(basis -> basis.getValue() instanceof Node.Members)
                                        .map(basis ->
                                                new Steering(each.pattern().type(), basis.getKey(), (Node.Members)
                                                        basis.getValue())))
                        .toList(),
                weighed(client, year, now),
                checkup.tiers(client, now),
                Narrative.caveats(versions),
                checkup.warnings(client, now));
    }

    /** Beside the version that was the newest four weeks before; a type that had none then says nothing. */
    private Persistence persistence(ClientId client, List<Checkup.Newest> valid) {
        return valid.stream()
                .flatMap(each -> {
                    Instant then = each.pattern().cutOff().minus(FOUR_WEEKS);
                    return ports.patterns().history(client, each.pattern().type(), MOST_IN_FOUR_WEEKS).stream()
                            .filter(past -> past.schema().isReadable())
                            .filter(past -> !past.cutOff().isAfter(then))
                            .findFirst()
                            .map(past -> Persistence.of(version(past), each.version()))
                            .stream();
                })
                .reduce(Persistence.NONE, Persistence::plus);
    }

    private Weighed weighed(ClientId client, LearningFacts.Span year, Instant now) {
        WeightsInForce inForce = checkup.inForce(client, now);
        Holdout leads = ports.facts().holdout(client, year);
        Optional<List<Judged>> measured = leads.isMeasurable()
                ? Optional.of(List.of(judged(leads, inForce.weights()), judged(leads, Weights.DEFAULT)))
                : Optional.empty();
        return new Weighed(
                inForce,
                leads.units(),
                leads.conversions(),
                leads.lowestScore(),
                leads.unitsHeldOut(),
                leads.conversionsHeldOut(),
                measured,
                WeightLearning.shortages(leads, LearnWeights.fresh(ports, client, Windows.cutOff(now))));
    }

    private static Judged judged(Holdout leads, Weights weights) {
        return new Judged(weights, leads.metrics(weights), leads.topFifth(weights));
    }

    /** What a version says that the one before it did not; nothing for the first, nor where one cannot be read. */
    static List<Change> changes(LearnedPattern pattern, Optional<LearnedPattern> before) {
        return before.filter(former ->
                        former.schema().isReadable() && pattern.schema().isReadable())
                .map(former -> Change.between(version(former), version(pattern)))
                .orElse(List.of());
    }

    static Version version(LearnedPattern pattern) {
        return new Version(pattern.type(), pattern.document(), pattern.sampleSize(), pattern.conversions());
    }
}
