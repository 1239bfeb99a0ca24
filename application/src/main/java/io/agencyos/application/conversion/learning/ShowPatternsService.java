package io.agencyos.application.conversion.learning;

import io.agencyos.application.conversion.learning.store.LearnedPattern;
import io.agencyos.application.conversion.learning.store.LearningFacts;
import io.agencyos.application.conversion.learning.store.LearningPorts;
import io.agencyos.application.conversion.learning.store.Patterns;
import io.agencyos.application.conversion.learning.store.Windows;
import io.agencyos.application.scoring.weight.ShowWeights;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.conversion.PatternType;
import io.agencyos.domain.conversion.detect.Detected;
import io.agencyos.domain.scoring.weight.WeightsInForce;
import io.agencyos.domain.scoring.weight.WeightsSource;
import io.agencyos.domain.scoring.weight.WeightsStatus;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

final class ShowPatternsService implements ShowPatterns {

    private final LearningPorts ports;
    private final Patterns patterns;
    private final UnitOfWork units;
    private final ClockPort clock;

    ShowPatternsService(LearningPorts ports, UnitOfWork units, ClockPort clock) {
        this.ports = ports;
        this.patterns = ports.patterns();
        this.units = units;
        this.clock = clock;
    }

    @Override
    public List<LearnedPattern> patterns(TenantScope scope, boolean expiredToo) {
        return newest(scope).stream()
                .filter(pattern -> expiredToo || pattern.isValid(clock.now()))
                .toList();
    }

    @Override
    public Optional<LearnedPattern> pattern(TenantScope scope, PatternType type) {
        return newest(scope).stream().filter(pattern -> pattern.type() == type).findFirst();
    }

    @Override
    public Optional<Detected> standIn(TenantScope scope, PatternType type) {
        List<LearnedPattern> learned = newest(scope);
        if (learned.isEmpty() || learned.stream().anyMatch(pattern -> pattern.type() == type)) {
            return Optional.empty();
        }
        LearningFacts.Totals totals = units.inTenant(
                scope,
                () -> new Missings(ports.facts(), ports.windows(scope.clientId()))
                        .totals(scope.clientId(), type, Windows.cutOff(clock.now())));
        return Optional.of(Missings.shape(type, totals)).filter(detected -> !detected.learned());
    }

    @Override
    public Recommended recommendedWeights(TenantScope scope) {
        return units.inTenant(
                scope,
                () -> ports.weights().history(scope.clientId()).stream()
                        .map(ShowWeights.Version::set)
                        .filter(set -> set.source() == WeightsSource.CLIENT_LEARNED)
                        .flatMap(set -> set
                                .weights()
                                .toOptional()
                                .map(valid ->
                                        new Recommended(valid, set.source(), set.status() == WeightsStatus.PROMOTED))
                                .stream())
                        .findFirst()
                        .orElseGet(() -> {
                            WeightsInForce inForce = new Checkup(ports).inForce(scope.clientId(), clock.now());
                            return new Recommended(inForce.weights(), inForce.source(), false);
                        }));
    }

    @Override
    public List<Past> history(TenantScope scope, @Nullable PatternType type, @Nullable UUID after, int limit) {
        return units.inTenant(scope, () -> {
            List<LearnedPattern> page = patterns.history(scope.clientId(), type, after, limit);
            return page.stream().map(each -> past(each, page)).toList();
        });
    }

    private Past past(LearnedPattern pattern, List<LearnedPattern> page) {
        return new Past(
                pattern,
                version(page, pattern, 1).map(LearnedPattern::computedAt).orElse(null),
                ReportPatternsService.changes(pattern, version(page, pattern, -1)));
    }

    /** The version before or after; at either end of a page it is looked up. */
    private Optional<LearnedPattern> version(List<LearnedPattern> page, LearnedPattern of, int away) {
        int wanted = of.version() + away;
        return page.stream()
                .filter(each -> each.type() == of.type() && each.version() == wanted)
                .findFirst()
                .or(() -> patterns.version(of.clientId(), of.type(), wanted));
    }

    private List<LearnedPattern> newest(TenantScope scope) {
        return units.inTenant(scope, () -> patterns.newest(scope.clientId())).stream()
                .filter(pattern -> pattern.schema().isReadable())
                .toList();
    }
}
