package io.agencyos.application.conversion.learning;

import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.conversion.report.Change;
import io.agencyos.domain.conversion.report.Narrative;
import io.agencyos.domain.conversion.report.Version;
import io.agencyos.domain.conversion.weights.Holdout;
import io.agencyos.domain.scoring.Weights;
import io.agencyos.domain.scoring.WeightsInForce;
import io.agencyos.domain.shared.ClientId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

final class ReportPatternsService implements ReportPatterns {

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
        LearningFacts.Span year = Windows.window(LearningFacts.Unit.LEAD, Windows.cutOff(now), Windows.LONGEST)
                .span();
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
                weighed(client, year, now),
                checkup.tiers(client, now),
                Narrative.caveats(versions),
                checkup.warnings(client, now));
    }

    private Weighed weighed(ClientId client, LearningFacts.Span year, Instant now) {
        WeightsInForce inForce = checkup.inForce(client, now);
        Holdout leads = ports.facts().holdout(client, year);
        Optional<List<Judged>> measured = leads.isMeasurable()
                ? Optional.of(List.of(judged(leads, inForce.weights()), judged(leads, Weights.DEFAULT)))
                : Optional.empty();
        return new Weighed(inForce, leads.units(), leads.conversions(), leads.lowestScore(), measured);
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
