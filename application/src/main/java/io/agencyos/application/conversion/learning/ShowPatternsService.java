package io.agencyos.application.conversion.learning;

import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.conversion.PatternType;
import java.util.List;
import java.util.Optional;
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
    public List<Past> history(TenantScope scope, @Nullable PatternType type, int limit) {
        List<LearnedPattern> all = units.inTenant(
                scope, () -> patterns.history(scope.clientId(), type, limit + PatternType.values().length));
        return all.stream().limit(limit).map(each -> past(each, all)).toList();
    }

    private static Past past(LearnedPattern pattern, List<LearnedPattern> all) {
        return new Past(
                pattern,
                version(all, pattern, 1).map(LearnedPattern::computedAt).orElse(null),
                ReportPatternsService.changes(pattern, version(all, pattern, -1)));
    }

    private static Optional<LearnedPattern> version(List<LearnedPattern> all, LearnedPattern of, int away) {
        return all.stream()
                .filter(each -> each.type() == of.type() && each.version() == of.version() + away)
                .findFirst();
    }

    private List<LearnedPattern> newest(TenantScope scope) {
        return units.inTenant(scope, () -> patterns.newest(scope.clientId())).stream()
                .filter(pattern -> pattern.schema().isReadable())
                .toList();
    }
}
