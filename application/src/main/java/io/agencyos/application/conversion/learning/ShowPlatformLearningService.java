package io.agencyos.application.conversion.learning;

import io.agencyos.application.conversion.learning.store.LearningPorts;
import io.agencyos.application.conversion.learning.store.Patterns;
import io.agencyos.application.conversion.learning.store.PlatformFindings;
import io.agencyos.application.scoring.weight.PlatformWeights;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.UnitOfWork;
import java.util.List;

/** Reads in units of the platform. */
public final class ShowPlatformLearningService implements ShowPlatformLearning {

    private final LearningPorts ports;
    private final UnitOfWork units;
    private final ClockPort clock;

    public ShowPlatformLearningService(LearningPorts ports, UnitOfWork units, ClockPort clock) {
        this.ports = ports;
        this.units = units;
        this.clock = clock;
    }

    @Override
    public List<Patterns.Across> patterns() {
        return units.onPlatform(() -> ports.patterns().across(LEAST_CLIENTS, clock.now()));
    }

    @Override
    public List<PlatformFindings.Finding> priors() {
        return units.onPlatform(ports.platform()::current);
    }

    @Override
    public List<PlatformWeights> weights() {
        return units.onPlatform(ports.weights()::platform);
    }
}
