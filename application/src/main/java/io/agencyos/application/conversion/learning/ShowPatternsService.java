package io.agencyos.application.conversion.learning;

import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.conversion.PatternHealth;
import io.agencyos.domain.conversion.PatternType;
import io.agencyos.domain.conversion.pattern.Node;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

final class ShowPatternsService implements ShowPatterns {

    private final Patterns patterns;
    private final UnitOfWork units;
    private final ClockPort clock;

    ShowPatternsService(Patterns patterns, UnitOfWork units, ClockPort clock) {
        this.patterns = patterns;
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
    public List<LearnedPattern> history(TenantScope scope, @Nullable PatternType type, int limit) {
        return units.inTenant(scope, () -> patterns.history(scope.clientId(), type, limit));
    }

    @Override
    public List<Told> report(TenantScope scope) {
        return patterns(scope, false).stream()
                .flatMap(pattern -> findings(pattern).map(finding -> new Told(pattern.type(), finding)))
                .toList();
    }

    @Override
    public List<PatternHealth.Warning> warnings(TenantScope scope) {
        return PatternHealth.warnings(
                newest(scope).stream()
                        .map(pattern -> new PatternHealth.Standing(
                                pattern.type(), pattern.validUntil(), pattern.sampleSize(), pattern.confidence()))
                        .toList(),
                clock.now());
    }

    private static Stream<Node.Members> findings(LearnedPattern pattern) {
        return pattern.document().get("findings").stream()
                .filter(Node.Items.class::isInstance)
                .flatMap(items -> ((Node.Items) items).all().stream())
                .filter(Node.Members.class::isInstance)
                .map(Node.Members.class::cast);
    }

    private List<LearnedPattern> newest(TenantScope scope) {
        return units.inTenant(scope, () -> patterns.newest(scope.clientId()));
    }
}
