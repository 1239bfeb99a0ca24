package io.agencyos.application.platform.flow;

import io.agencyos.application.platform.flow.run.Outcome;
import io.agencyos.application.platform.flow.run.Run;
import io.agencyos.application.platform.flow.run.RunStep;
import io.agencyos.application.platform.flow.store.FlowDefinitions.Definition;
import io.agencyos.application.platform.flow.store.FlowPorts;
import io.agencyos.application.platform.flow.store.FlowRuns;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.StorageUnavailable;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.platform.RunState;
import io.agencyos.domain.platform.flow.Cron;
import io.agencyos.domain.platform.flow.FlowSchedule;
import io.agencyos.domain.platform.flow.RunTrigger;
import io.agencyos.domain.platform.flow.StepState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks at every schedule and inserts the platform's runs that are due. Any number of nodes may look at the same time: a
 * start has one key. Source: flows 1.8.
 */
public final class FireSchedules {

    private final Flows flows;
    private final FlowPorts ports;
    private final UnitOfWork units;
    private final RunMaker maker;
    private final RunMetrics metrics;

    FireSchedules(Flows flows, FlowPorts ports, UnitOfWork units, IdSource ids, RunMetrics metrics) {
        this.metrics = metrics;
        this.flows = flows;
        this.ports = ports;
        this.units = units;
        this.maker = new RunMaker(ports, ids);
    }

    /** Every schedule at one moment. */
    private record Look(List<Definition> all, Instant now) {}

    /** A schedule whose moment has come. */
    private record Turn(Definition definition, Optional<FlowSchedule.Due> due, boolean idle) {}

    /** How many runs were started. */
    public int tick() {
        Look look = units.readingPlatform(
                () -> new Look(ports.definitions().all(), ports.clock().now()));
        List<Turn> turns = look.all().stream()
                .filter(Definition::enabled)
                .filter(definition -> flows.find(definition.flow()).isPresent())
                .flatMap(definition -> turn(definition, look.now()).stream())
                .toList();
        return turns.isEmpty() ? 0 : fireAll(turns, look.now());
    }

    /** In one unit, as long as every start succeeds: one that fails takes nothing from those before it. */
    private int fireAll(List<Turn> turns, Instant now) {
        try {
            return units.onPlatform(() -> fire(turns, now));
        } catch (StorageUnavailable down) {
            throw down;
        } catch (RuntimeException defect) {
            if (turns.size() == 1) {
                throw defect;
            }
            return turns.stream().mapToInt(turn -> fireAll(List.of(turn), now)).sum();
        }
    }

    private int fire(List<Turn> turns, Instant now) {
        ports.definitions()
                .fired(turns.stream().map(turn -> turn.definition().flow()).toList(), now);
        return (int) turns.stream()
                .filter(turn -> turn.due().isPresent() && start(turn, now))
                .count();
    }

    private Optional<Turn> turn(Definition definition, Instant now) {
        Optional<FlowSchedule> schedule = schedule(definition);
        Instant since = definition.firedUntil();
        Optional<FlowSchedule.Due> due = since == null ? Optional.empty() : schedule.flatMap(at -> at.due(since, now));
        if (schedule.isEmpty() || since != null && due.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Turn(definition, due, due.isPresent() && nobodyIsDue(definition.flow(), now)));
    }

    /** In a unit of its own: a question that fails stops no other schedule. */
    private boolean nobodyIsDue(String flow, Instant now) {
        DueClients clients = flows.find(flow).orElseThrow().onPlatform().clients();
        try {
            return clients != null && units.readingPlatform(() -> clients.none(now));
        } catch (StorageUnavailable down) {
            throw down;
        } catch (RuntimeException defect) {
            // the run asks again, and fails where it can be seen
            return false;
        }
    }

    static Optional<FlowSchedule> schedule(Definition definition) {
        String cron = definition.cron();
        return cron == null
                ? Optional.empty()
                : Cron.parse(cron)
                        .toOptional()
                        .map(parsed -> new FlowSchedule(parsed, definition.zone(), definition.misfire()));
    }

    private boolean start(Turn turn, Instant now) {
        Definition definition = turn.definition();
        FlowSchedule.Due due = turn.due().orElseThrow();
        Flow<?> flow = flows.find(definition.flow()).orElseThrow();
        RunMaker.Cause cause = RunMaker.Cause.of(RunTrigger.CRON, due.fire().key());
        Run run = maker.make(flow, definition, Run.PLATFORM, cause, Map.of(), now, null);
        if (due.tooLate()) {
            skip(run, flow, "misfire", now);
            return false;
        }
        if (turn.idle()) {
            over(run, flow, now);
            return false;
        }
        return switch (maker.insert(run, flow)) {
            case FlowRuns.Inserted.Made() -> true;
            case FlowRuns.Inserted.Known known -> false;
            case FlowRuns.Inserted.Active active -> {
                skip(run, flow, "already_running", now);
                yield false;
            }
        };
    }

    /** A start that was not made stays on record as a cancelled run that says why. */
    private void skip(Run run, Flow<?> flow, String reason, Instant now) {
        Run skipped = run.advanced(FanOut.STEP, run.counts(), run.progress(), run.cost(), Outcome.reason(reason))
                .ended(RunState.CANCELLED, now);
        ports.runs().insert(skipped, flow.plan(run.client()));
    }

    /** Nobody has anything to do: the start is on record at once, and no process is troubled with it. */
    private void over(Run run, Flow<?> flow, Instant now) {
        List<RunStep> steps = flow.plan(run.client()).stream()
                .map(step -> step.ended(StepState.SKIPPED, now))
                .toList();
        Run done = run.idle(steps.getLast().name(), now);
        if (ports.runs().insert(done, steps) instanceof FlowRuns.Inserted.Made) {
            metrics.ended(flow.name(), done.state(), Duration.ZERO, done.cost());
        }
    }
}
