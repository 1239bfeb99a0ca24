package io.agencyos.application.conversion.refine;

import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the log. */
public final class ShowRefinementsService implements ShowRefinements {

    private static final Duration RECENT = Duration.ofDays(30);

    private final RefinementLog log;
    private final UnitOfWork units;
    private final ClockPort clock;

    public ShowRefinementsService(RefinementLog log, UnitOfWork units, ClockPort clock) {
        this.log = log;
        this.units = units;
        this.clock = clock;
    }

    @Override
    public List<Refinement> list(TenantScope scope, RefinementLog.@Nullable After after, int limit) {
        return units.inTenant(scope, () -> log.list(scope.clientId(), after, limit));
    }

    @Override
    public RefinementLog.Summary summary(TenantScope scope) {
        return units.inTenant(
                scope, () -> log.summary(scope.clientId(), clock.now().minus(RECENT)));
    }
}
