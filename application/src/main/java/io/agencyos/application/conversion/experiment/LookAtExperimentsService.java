package io.agencyos.application.conversion.experiment;

import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.conversion.experiment.Experiment;
import io.agencyos.domain.conversion.experiment.ExperimentStatus;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Each experiment is counted by one statement; all of a client are one unit of work. */
public final class LookAtExperimentsService implements LookAtExperiments {

    private static final Experiments.Filter RUNNING = new Experiments.Filter(null, Set.of(ExperimentStatus.RUNNING));

    private final Experiments experiments;
    private final WinnerDeclared winners;
    private final UnitOfWork units;
    private final ClockPort clock;

    public LookAtExperimentsService(
            Experiments experiments, WinnerDeclared winners, UnitOfWork units, ClockPort clock) {
        this.experiments = experiments;
        this.winners = winners;
        this.units = units;
        this.clock = clock;
    }

    @Override
    public Looked look(ClientId client) {
        Instant now = clock.now();
        List<Experiment> looked = units.inTenant(
                TenantScope.worker(client),
                () -> experiments.list(client, RUNNING, null, Integer.MAX_VALUE).stream()
                        .map(each -> looked(each, now))
                        .toList());
        return new Looked(
                looked.size(),
                (int) looked.stream().filter(each -> each.winner().isPresent()).count(),
                (int) looked.stream().filter(each -> !each.isRunning()).count());
    }

    private Experiment looked(Experiment experiment, Instant now) {
        Experiment after = experiments.update(experiment.lookedAt(experiments.tallies(experiment, now), now));
        if (after.winner().isPresent()) {
            winners.declared(after, now);
        }
        return after;
    }
}
