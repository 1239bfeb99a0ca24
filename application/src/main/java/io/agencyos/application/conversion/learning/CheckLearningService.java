package io.agencyos.application.conversion.learning;

import io.agencyos.application.conversion.learning.store.LearnedPattern;
import io.agencyos.application.conversion.learning.store.LearningFacts;
import io.agencyos.application.conversion.learning.store.LearningPorts;
import io.agencyos.application.conversion.learning.store.Windows;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** Takes over what has matured first, so that the count is that of this moment. */
public final class CheckLearningService implements CheckLearning {

    private static final Duration AT_MOST_EVERY = Duration.ofHours(1);

    private final LearningPorts ports;
    private final UnitOfWork units;
    private final ClockPort clock;

    public CheckLearningService(LearningPorts ports, UnitOfWork units, ClockPort clock) {
        this.ports = ports;
        this.units = units;
        this.clock = clock;
    }

    @Override
    public Standing standing(TenantScope scope) {
        Instant now = clock.now();
        LearnPatternsService.takeOver(ports, units, scope.clientId(), now);
        return units.inTenant(scope.asWorker(), () -> standing(scope.clientId(), now));
    }

    private Standing standing(ClientId client, Instant now) {
        LearningFacts.Span year = ports.windows(client).yearOfLeads(Windows.today(now));
        List<LearnedPattern> newest = ports.patterns().newest(client);
        return new Standing(
                LearnPatternsService.LEAST_CONVERSIONS,
                ports.facts().totals(client, LearningFacts.Unit.LEAD, year).conversions(),
                !newest.isEmpty() && newest.stream().allMatch(pattern -> pattern.isValid(now)),
                newest.stream()
                        .map(pattern ->
                                Duration.between(now, pattern.computedAt().plus(AT_MOST_EVERY)))
                        .filter(Duration::isPositive)
                        .max(Comparator.naturalOrder())
                        .orElse(Duration.ZERO));
    }
}
